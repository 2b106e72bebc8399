using Microsoft.ML.OnnxRuntime;
using StaticNet.Onnx;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// ONNX Runtime on one thread, with a model of tanh layers and a softmax, with its values made beforehand, so that a call copies and allocates as little as it can. Inference only.
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
        _session = new InferenceSession(Model(parameters, sizes), options);
        long samples = inputs.Length / sizes[0];
        _input = [OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, inputs, [samples, sizes[0]])];
        _output = [OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, outputs, [samples, sizes[^1]])];
    }

    private static byte[] Model(ReadOnlySpan<float> parameters, int[] sizes)
    {
        var activations = Enumerable.Repeat(Activation.Tanh, sizes.Length - 2).Append(Activation.Softmax).ToArray();
        var model = new NetworkModel<float>(new Topology(sizes, activations, LossFunction.CrossEntropy));
        parameters.CopyTo(model.Parameters);
        var stream = new MemoryStream();
        OnnxFile.Save(stream, model, new OnnxOptions { InputName = s_inputs[0], OutputName = s_outputs[0] });
        return stream.ToArray();
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
