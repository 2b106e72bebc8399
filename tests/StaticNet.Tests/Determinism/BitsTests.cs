using System.Runtime.Intrinsics;
using StaticNet.Lanes;
using StaticNet.Tests.Dropouts;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Determinism;

/// <summary>
/// Training ends in the same bits in vectors of 512, 256 and 128 bits, and on every machine: the fingerprints in Data/bits.csv are part of what the
/// library promises. A change of the order of operations changes them; if it is meant, run the tests once with STATICNET_ACCEPT=1 and say so in
/// the release notes.
/// </summary>
[Collection(Alone.Name)]
public sealed class BitsTests : IDisposable
{
    private static readonly int[] s_widths = [512, 256, 128];

    public static TheoryData<int> Widths => [.. s_widths];

    public void Dispose() => VectorWidth.Limit = 512;

    /// <summary>Every network in every width that the machine has.</summary>
    [Fact]
    public void Every_width_and_machine_ends_in_the_same_bits()
    {
        string[] names = NetworkCase.Names.Select(row => row.Data).Order(StringComparer.Ordinal).ToArray();
        var runs = s_widths.Select(width =>
        {
            VectorWidth.Limit = width;
            return names.Select(name => $"{name},{TrainingRun.Fingerprint(NetworkCase.Find(name))}").ToArray();
        }).ToArray();
        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
        Pinned.Assert("bits.csv", runs[0]);
    }

    /// <summary>The same for training with dropout, whose masks are drawn.</summary>
    [Fact]
    public void Dropout_has_the_same_masks_everywhere()
    {
        string[] names = Dropping.Names.Select(row => row.Data).Order(StringComparer.Ordinal).ToArray();
        var runs = s_widths.Select(width =>
        {
            VectorWidth.Limit = width;
            return names.Select(name => $"{name},{TrainingRun.Fingerprint(Dropping.Find(name))}").ToArray();
        }).ToArray();
        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
        Pinned.Assert("bits-dropout.csv", runs[0]);
    }

    /// <summary>The two-moons run at the edge of stability, where one different bit decides between two solutions.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Widths))]
    public void Twenty_thousand_passes_over_the_moons(int width)
    {
        VectorWidth.Limit = width;
        var moons = new Shapes.Moons(3);
        var single = new Shapes.MoonsSingle(3);
        var (inputs, labels) = Moons.Load();
        float[] singleInputs = [.. inputs.Select(x => (float)x)];
        var sgd = new Sgd<double> { LearningRate = 0.01, L2 = 0.01 };
        var singleSgd = new Sgd<float> { LearningRate = 0.01f, L2 = 0.01f };
        for (int pass = 0; pass < 20_000; pass++)
        {
            moons.TrainBatch(inputs, labels, sgd);
            single.TrainBatch(singleInputs, labels, singleSgd);
        }

        string found = $"double,{TrainingRun.Hash<double>(moons.Parameters)};single,{TrainingRun.Hash<float>(single.Parameters)}";
        Pinned.Assert("bits-moons.csv", found.Split(';'));
    }

    /// <summary>The switch that these tests rely on reaches the narrow forms, and no environment variable is without effect.</summary>
    [Fact]
    public void Widths_can_be_limited()
    {
        Assert.Equal(Vector512.IsHardwareAccelerated, VectorWidth.Is512);
        VectorWidth.Limit = 256;
        Assert.False(VectorWidth.Is512);
        Assert.Equal(Vector256.IsHardwareAccelerated, VectorWidth.Is256);
        VectorWidth.Limit = 128;
        Assert.False(VectorWidth.Is512 || VectorWidth.Is256);
        Assert.False(IsOff("AVX512") && Vector512.IsHardwareAccelerated);
        Assert.False(IsOff("AVX2") && (Vector256.IsHardwareAccelerated || System.Runtime.Intrinsics.X86.Fma.IsSupported));
        Assert.False(IsOff("HWIntrinsic") && System.Runtime.Intrinsics.X86.Sse2.IsSupported && System.Runtime.Intrinsics.X86.Sse41.IsSupported);

        static bool IsOff(string feature) => Environment.GetEnvironmentVariable("DOTNET_Enable" + feature) == "0";
    }
}
