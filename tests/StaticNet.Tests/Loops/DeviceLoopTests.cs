using StaticNet.Sample;

namespace StaticNet.Tests.Loops;

/// <summary>The sample's device learns what is normal, finds what isn't, and steps allocate nothing.</summary>
[Collection(Alone.Name)]
public class DeviceLoopTests
{
    [Fact]
    public void It_finds_what_goes_wrong()
    {
        var run = new DeviceRun(seed: 0, steps: 400_000);
        run.RunTo(run.Steps);
        Assert.InRange(run.MeanErrors[25], 0, run.MeanErrors[0] / 20);
        Assert.InRange(run.Score.Precision, 0.9, 1);
        Assert.InRange(run.Score.Recall, 0.95, 1);
        Assert.All(Enum.GetValues<AnomalyKind>(), kind => Assert.InRange(run.Score.Found(kind), 5, run.Score.Anomalies(kind)));
        Assert.Equal((400_000 / Anomaly.Block) - Anomaly.QuietBlocks, Enum.GetValues<AnomalyKind>().Sum(run.Score.Anomalies));
        // Quiet nearly all of the time that it should be.
        Assert.InRange(run.Score.AlarmSteps, 1, 15_000);
    }

    [Fact]
    public void A_million_steps_allocate_nothing()
    {
        var run = new DeviceRun(seed: 1, steps: 1_000_000);
        var meter = LoopMeter.Start();
        run.RunTo(run.Steps);
        var cost = meter.Stop();
        Assert.Equal((0, 0, 1_000_000), (cost.AllocatedBytes, cost.Collections, run.Latency.Count));
    }

    /// <summary>A reading that is stuck for long must not become normal.</summary>
    [Fact]
    public void Nothing_is_learnt_while_an_alarm_is_on()
    {
        var (stream, monitor) = Trained();
        float[] readings = new float[SensorStream.Channels];
        ulong? before = null;
        for (int i = 0; i < SensorMonitor.LongestAlarm; i++)
        {
            stream.Read(monitor.Step, readings);
            readings[0] = 2;
            Assert.True(monitor.Next(readings), $"No alarm at step {i}.");
            before ??= Checkpoints.Knowledge(monitor);
            Assert.Equal(before, Checkpoints.Knowledge(monitor));
        }
    }

    /// <summary>A sensor that was exchanged reads one more than the old one did. The alarm must end some time, and be possible again.</summary>
    [Fact]
    public void What_changes_for_good_is_learnt_in_the_end()
    {
        var (stream, monitor) = Trained();
        int alarms = Feed(SensorMonitor.LongestAlarm + SensorMonitor.WarmUp, 1);
        Assert.InRange(alarms, SensorMonitor.LongestAlarm, SensorMonitor.LongestAlarm + SensorMonitor.Calm);
        Assert.Equal(0, Feed(1_000, 1));
        Assert.InRange(Feed(10, 3), 5, 10);

        int Feed(int steps, float offset)
        {
            float[] readings = new float[SensorStream.Channels];
            int count = 0;
            for (int i = 0; i < steps; i++)
            {
                // The noise and the turns of the first steps, where nothing else goes wrong.
                stream.Read(monitor.Step % 20_000, readings);
                readings[1] += offset;
                count += monitor.Next(readings) ? 1 : 0;
            }
            return count;
        }
    }

    /// <summary>Readings follow from seed and step, in any order; what is stuck is stuck.</summary>
    [Fact]
    public void The_stream_follows_from_its_seed()
    {
        SensorStream stream = new(3), same = new(3), other = new(4);
        float[] a = new float[SensorStream.Channels], b = new float[SensorStream.Channels], c = new float[SensorStream.Channels];
        for (int step = 70_000; step >= 0; step -= 7)
        {
            stream.Read(step, a);
            same.Read(step, b);
            other.Read(step, c);
            Assert.Equal(a, b);
            Assert.NotEqual(a, c);
        }
        Assert.Null(stream.AnomalyNear((Anomaly.QuietBlocks * Anomaly.Block) - 1));
        for (long block = Anomaly.QuietBlocks; block < 200; block++)
        {
            var anomaly = stream.AnomalyNear(block * Anomaly.Block)!.Value;
            Assert.Equal(block, anomaly.Start / Anomaly.Block);
            Assert.Equal(block, (anomaly.End + 500) / Anomaly.Block);
            stream.Read(anomaly.Start, a);
            stream.Read(anomaly.End - 1, b);
            Assert.Equal(anomaly.Kind == AnomalyKind.Stuck || anomaly.Length == 1, a[anomaly.Channel] == b[anomaly.Channel]);
        }
    }

    /// <summary>The steps before the first anomaly.</summary>
    private static (SensorStream Stream, SensorMonitor Monitor) Trained()
    {
        var run = new DeviceRun(seed: 2, steps: 50_000);
        run.RunTo(Anomaly.QuietBlocks * Anomaly.Block);
        return (run.Stream, run.Monitor);
    }
}
