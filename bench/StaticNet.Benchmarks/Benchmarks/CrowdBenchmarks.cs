using BenchmarkDotNet.Attributes;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>A crowd of value-type networks, 8-16-4, one sample each: a call for each of them, and one for all.</summary>
public class CrowdBenchmarks
{
    private Brain[] _brains = [];
    private float[] _inputs = [], _outputs = [];

    /// <summary>The number of networks: 0.45 MB of them, which a second-level cache holds, and 9 MB, which none does.</summary>
    [Params(500, 10_000)]
    public int Brains { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        _brains = [.. Enumerable.Range(0, Brains).Select(seed => new Brain((ulong)seed))];
        _inputs = [.. Enumerable.Range(0, Brains * Brain.InputSize).Select(_ => random.NextSingle() - 0.5f)];
        _outputs = new float[Brains * Brain.OutputSize];
        OneByOne();
        float[] expected = [.. _outputs];
        ForwardEach();
        Agreement.Require<float>("ForwardEach", _outputs, expected);
    }

    [Benchmark(Baseline = true)]
    public void OneByOne()
    {
        for (int i = 0; i < _brains.Length; i++)
            _brains[i].Forward(_inputs.AsSpan(i * Brain.InputSize, Brain.InputSize), _outputs.AsSpan(i * Brain.OutputSize, Brain.OutputSize));
    }

    [Benchmark]
    public void ForwardEach() => Brain.ForwardEach(_brains, _inputs, _outputs);
}
