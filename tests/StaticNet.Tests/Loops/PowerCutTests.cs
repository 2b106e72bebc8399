using StaticNet.Sample;
using StaticNet.Serialization;

namespace StaticNet.Tests.Loops;

/// <summary>A device that lost its power goes on from its last checkpoint, and ends in the bits of one that never did.</summary>
[Collection(Alone.Name)]
public sealed class PowerCutTests : IDisposable
{
    private const ulong Seed = 5;
    private const int Steps = 90_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet-device-").FullName;

    private string File => Path.Combine(_folder, "device.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(9_999, 10_000)]
    [InlineData(45_001, 10_000)]
    [InlineData(80_000, 7_777)]
    public void It_ends_in_the_same_bits(int crash, int interval)
    {
        DeviceRun whole = new(Seed, Steps), broken = new(Seed, Steps), next = new(Seed, Steps);
        whole.RunTo(Steps);
        var cost = DeviceLoop.Run(broken, File, interval, crash);
        Assert.Equal((crash, crash / interval), (broken.Monitor.Step, cost.Checkpoints));
        if (crash >= interval)
        {
            next.Load(File);
            Assert.Equal(crash / interval * interval, next.Monitor.Step);
        }
        DeviceLoop.Run(next, File, interval, Steps);
        AssertSame(whole, next);
    }

    /// <summary>In the middle of an alarm, too.</summary>
    [Fact]
    public void An_alarm_goes_on()
    {
        DeviceRun whole = new(Seed, Steps), next = new(Seed, Steps);
        while (!whole.Monitor.IsAlarm)
            whole.RunTo(whole.Monitor.Step + 1);
        whole.RunTo(whole.Monitor.Step + 3);
        Assert.True(whole.Monitor.IsAlarm);
        whole.Save(File);
        next.Load(File);
        Assert.True(next.Monitor.IsAlarm);
        whole.RunTo(Steps);
        next.RunTo(Steps);
        AssertSame(whole, next);
    }

    [Fact]
    public void Steps_allocate_nothing_between_checkpoints()
    {
        var cost = DeviceLoop.Run(new DeviceRun(Seed, Steps), File, 20_000, Steps);
        Assert.Equal((0, 4), (cost.Loop.AllocatedBytes, cost.Checkpoints));
        Assert.InRange(cost.CheckpointBytes, 1, 1_000_000);
    }

    [Fact]
    public void What_is_not_its_own_is_refused()
    {
        DeviceRun saved = new(Seed, Steps), other = new(Seed + 1, Steps), shorter = new(Seed, 50_000);
        saved.RunTo(60_000);
        saved.Save(File);
        Refuses(other, "seed 6");
        Refuses(shorter, "step 60000");

        byte[] bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..^1]);
        Refuses(new DeviceRun(Seed, Steps), File);

        var file = new SafeTensorsWriter();
        file.AddMetadata("format", "other");
        file.Add<long>("score", new long[AlarmScore.StateLength], AlarmScore.StateLength);
        file.Add<long>("counters", new long[6], 6);
        AtomicFile.Write(File, file.WriteTo);
        Refuses(new DeviceRun(Seed, Steps), "format");
    }

    private void Refuses(DeviceRun run, string reason)
    {
        ulong before = run.Monitor.Hash();
        Assert.Contains(reason, Assert.Throws<SafeTensorsException>(() => run.Load(File)).Message);
        Assert.Equal(before, run.Monitor.Hash());
    }

    private static void AssertSame(DeviceRun expected, DeviceRun actual)
    {
        Assert.Equal(expected.Monitor.Step, actual.Monitor.Step);
        Assert.Equal(expected.Monitor.Hash(), actual.Monitor.Hash());
        Assert.Equal(expected.Score.Save(), actual.Score.Save());
    }
}
