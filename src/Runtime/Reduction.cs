namespace StaticNet;

/// <summary>How the losses, and so the gradients, of a batch's samples become one.</summary>
public enum Reduction
{
    /// <summary>Their mean: the gradient's size does not depend on the batch's.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
