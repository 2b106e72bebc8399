using BenchmarkDotNet.Attributes;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Workloads;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>W5, 784-32-10.</summary>
public class ImageBenchmarks : ClassifierBenchmarks<Image>
{
    [GlobalSetup]
    public void SetUp() => SetUp(Problems.Images(), 784, 32, 10);
}
