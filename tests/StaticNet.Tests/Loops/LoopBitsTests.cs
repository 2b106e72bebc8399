using StaticNet.Lanes;
using StaticNet.Sample;
using StaticNet.Tests.Determinism;

namespace StaticNet.Tests.Loops;

/// <summary>All three loops end in the same bits in every width and on every machine.</summary>
[Collection(Alone.Name)]
public sealed class LoopBitsTests : IDisposable
{
    public void Dispose() => VectorWidth.Limit = 512;

    /// <summary>A run for each width, and a second one for the widest.</summary>
    [Fact]
    public void Every_run_ends_in_the_same_bits()
    {
        string[][] runs = Array.ConvertAll((int[])[512, 512, 256, 128], width =>
        {
            VectorWidth.Limit = width;
            var device = new DeviceRun(seed: 7, steps: 50_000);
            device.RunTo(device.Steps);
            return (string[])
            [
                $"crowd,{CrowdRun.Run(count: 50, generations: 5, seconds: 5, seed: 7).Hash:x16}",
                $"device,{device.Monitor.Hash():x16}",
                $"control,{ControlRun.Run(20_000, new FeedforwardNet(7)).Hash:x16}",
            ];
        });
        Assert.All(runs, run => Assert.Equal(runs[0], run));
        Pinned.Assert("bits-loops.csv", runs[0]);
    }
}
