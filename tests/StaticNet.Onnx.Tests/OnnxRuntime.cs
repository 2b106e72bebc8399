using System.Numerics;
using Microsoft.ML.OnnxRuntime;

namespace StaticNet.Onnx.Tests;

/// <summary>ONNX Runtime with one model, on the processor.</summary>
internal sealed class OnnxRuntime : IDisposable
{
    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly InferenceSession _session;

    public OnnxRuntime(byte[] model) => _session = new(model, _options);

    /// <summary>The name of its input.</summary>
    public string Input => _session.InputNames.Single();

    /// <summary>The name of its output.</summary>
    public string Output => _session.OutputNames.Single();

    /// <summary>Sizes of the input's dimensions; −1: any.</summary>
    public int[] InputShape => _session.InputMetadata[Input].Dimensions;

    /// <summary>Sizes of the output's dimensions; −1: any.</summary>
    public int[] OutputShape => _session.OutputMetadata[Output].Dimensions;

    /// <summary>What a runtime is told about the model.</summary>
    public ModelMetadata Metadata => _session.ModelMetadata;

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }

    /// <summary>Outputs of a batch.</summary>
    /// <param name="inputs">Row-major.</param>
    /// <param name="shape">Of the inputs.</param>
    public T[] Run<T>(T[] inputs, params long[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(inputs, shape);
        using var outputs = _session.Run(options, [Input], [input], [Output]);
        return outputs[0].GetTensorDataAsSpan<T>().ToArray();
    }
}
