namespace StaticNet;

/// <summary>The number type of a network's parameters, inputs and outputs.</summary>
public enum Precision
{
    /// <summary><see cref="float"/>, 32 bits.</summary>
    Single,

    /// <summary><see cref="double"/>, 64 bits.</summary>
    Double,
}
