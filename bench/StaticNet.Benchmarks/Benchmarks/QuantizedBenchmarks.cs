using BenchmarkDotNet.Attributes;
using StaticNet.Quantization;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>One sample through W5's shape in floats and in 8-bit integers.</summary>
public class QuantizedBenchmarks
{
    private readonly ImageNet _network = new();
    private readonly float[] _input = new float[ImageNet.InputSize], _output = new float[ImageNet.OutputSize];
    private readonly sbyte[] _integers = new sbyte[ImageNet.InputSize], _results = new sbyte[ImageNet.OutputSize];
    private QuantizedNetwork _quantized = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        foreach (ref float number in _input.AsSpan())
            number = random.NextSingle();
        _quantized = QuantizedNetwork.Create<float>(_network, _input);
        _quantized.Quantize<float>(_input, _integers);
    }

    [Benchmark(Baseline = true)]
    public void Floats() => _network.Forward(_input, _output);

    [Benchmark]
    public void Integers() => _quantized.Forward(_integers, _results);

    [Benchmark]
    public void IntegersWithFloatsAtTheEdges() => _quantized.Forward<float>(_input, _output);
}
