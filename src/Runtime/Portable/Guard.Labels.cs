namespace StaticNet;

/// <content>Labels, one after the other.</content>
public static partial class Guard
{
    /// <summary>Every label must be a class index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One isn't; the message names its position.</exception>
    public static void Labels(ReadOnlySpan<int> labels, int classes, string argument)
    {
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)classes)
                ThrowLabels(labels, classes, argument);
        }
    }
}
