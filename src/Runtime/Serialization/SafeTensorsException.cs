namespace StaticNet.Serialization;

/// <summary>A file is not in the safetensors format, or doesn't hold the tensor that was asked for. The message says what, where and why.</summary>
public sealed class SafeTensorsException : IOException
{
    /// <summary>Describes what is wrong.</summary>
    /// <param name="message">What was expected, and what was found.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public SafeTensorsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
