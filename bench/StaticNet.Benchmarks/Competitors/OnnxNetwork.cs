using Microsoft.ML.OnnxRuntime;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// ONNX Runtime on one thread, with its values made beforehand, so that a call copies and allocates as little as it can. Inference only.
/// </summary>
internal sealed class OnnxNetwork : IDisposable
{
    private static readonly string[] s_inputs = ["x"], s_outputs = ["y"];

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue[] _input, _output;

    /// <param name="parameters">Flat: W1, b1, W2, b2, …</param>
    /// <param name="inputs">[samples × inputs], read in each call.</param>
    /// <param name="outputs">[samples × outputs], overwritten in each call.</param>
    /// <param name="sizes">Units of each layer, input first.</param>
    public OnnxNetwork(ReadOnlySpan<float> parameters, Memory<float> inputs, Memory<float> outputs, params int[] sizes)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(OnnxModel.Write(parameters, sizes), options);
        long samples = inputs.Length / sizes[0];
        _input = [OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, inputs, [samples, sizes[0]])];
        _output = [OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, outputs, [samples, sizes[^1]])];
    }

    public void Forward() => _session.Run(_options, s_inputs, _input, s_outputs, _output);

    public void Dispose()
    {
        _input[0].Dispose();
        _output[0].Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
