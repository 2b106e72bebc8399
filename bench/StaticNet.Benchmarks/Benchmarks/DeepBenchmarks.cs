using BenchmarkDotNet.Attributes;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Workloads;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>W4, 16-64-64-4.</summary>
public class DeepBenchmarks : ClassifierBenchmarks<Deep>
{
    [GlobalSetup]
    public void SetUp() => SetUp(Problems.Deep(), 16, 64, 64, 4);
}
