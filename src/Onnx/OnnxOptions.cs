using System.Text;

namespace StaticNet.Onnx;

/// <summary>What a model is called from outside, for programs that expect certain names or sizes.</summary>
public sealed record OnnxOptions
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The input's name.</summary>
    public string InputName { get; init; } = "input";

    /// <summary>The output's name.</summary>
    public string OutputName { get; init; } = "output";

    /// <summary>The name of the first dimension of both, the number of samples, which is free.</summary>
    public string BatchName { get; init; } = "batch";

    /// <summary>A fixed number of samples instead, for runtimes that cannot do without; null: any number.</summary>
    public int? BatchSize { get; init; }

    /// <summary>A text about the model that tools show.</summary>
    public string Description { get; init; } = "";

    /// <summary>Refuses what cannot be.</summary>
    internal void Check(string argument)
    {
        if (string.IsNullOrEmpty(InputName) || string.IsNullOrEmpty(OutputName) || string.IsNullOrEmpty(BatchName))
            throw new ArgumentException("Expected names of input, output and batch, got an empty one.", argument);
        if (InputName == OutputName)
            throw new ArgumentException($"Expected different names of input and output, got '{InputName}' for both.", argument);
        if (BatchSize < 1)
            throw new ArgumentException($"Expected a batch of at least 1, got {BatchSize}.", argument);
        ArgumentNullException.ThrowIfNull(Description, argument);
        try
        {
            // Half a surrogate pair has no UTF-8; another character would be written in its place.
            s_strict.GetByteCount(InputName + '\n' + OutputName + '\n' + BatchName + '\n' + Description);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("Expected valid Unicode, got half a surrogate pair.", argument, exception);
        }
    }
}
