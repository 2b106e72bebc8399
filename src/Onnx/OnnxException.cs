namespace StaticNet.Onnx;

/// <summary>A file is no ONNX model, or not one of a network that StaticNet has. The message names the first node that does not fit, and says why.</summary>
public sealed class OnnxException : IOException
{
    /// <summary>Describes what does not fit.</summary>
    /// <param name="message">What was expected, and what was found.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public OnnxException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
