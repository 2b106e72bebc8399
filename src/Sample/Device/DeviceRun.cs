using System.Diagnostics;
using StaticNet.Serialization;

namespace StaticNet.Sample;

/// <summary>The device at work: a stream, a monitor, checkpoints. A run that was broken off is taken up where its last checkpoint was.</summary>
internal sealed class DeviceRun
{
    /// <summary>Steps of which <see cref="MeanErrors"/> are the means.</summary>
    public const int ErrorInterval = 1_000;

    private readonly double[] _errors;
    private readonly float[] _readings = new float[SensorStream.Channels];

    /// <summary>At its start.</summary>
    /// <param name="seed">Of everything.</param>
    /// <param name="steps">At which it ends.</param>
    public DeviceRun(ulong seed, int steps)
    {
        Steps = steps;
        Stream = new SensorStream(seed);
        Monitor = new SensorMonitor(seed);
        _errors = new double[(steps / ErrorInterval) + 1];
    }

    /// <summary>At which it ends.</summary>
    public int Steps { get; }

    /// <summary>What watches.</summary>
    public SensorMonitor Monitor { get; }

    /// <summary>What it watches.</summary>
    public SensorStream Stream { get; }

    /// <summary>How good its alarms were.</summary>
    public AlarmScore Score { get; } = new();

    /// <summary>Of the steps of this process.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>The mean error of each <see cref="ErrorInterval"/> steps; 0 where they were another process's.</summary>
    public ReadOnlySpan<double> MeanErrors => _errors.AsSpan(0, Steps / ErrorInterval);

    /// <summary>Goes on to a step; allocates nothing.</summary>
    /// <param name="end">At most <see cref="Steps"/>.</param>
    public void RunTo(long end)
    {
        while (Monitor.Step < end)
            Next();
    }

    /// <summary>A step. The time is that of the device's work; what makes up the readings doesn't count.</summary>
    private void Next()
    {
        long step = Monitor.Step;
        Stream.Read(step, _readings);
        long start = Stopwatch.GetTimestamp();
        bool isAlarm = Monitor.Next(_readings);
        Latency.Record(Stopwatch.GetTimestamp() - start);
        Score.Add(step, Stream.AnomalyNear(step), isAlarm);
        _errors[step / ErrorInterval] += Monitor.Error / ErrorInterval;
    }

    /// <summary>Writes a checkpoint. A power cut meanwhile leaves the one before.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        var writer = new SafeTensorsWriter();
        Monitor.AddTo(writer);
        writer.Add<long>("score", Score.Save(), AlarmScore.StateLength);
        AtomicFile.Write(path, writer.WriteTo);
    }

    /// <summary>Takes up a checkpoint.</summary>
    /// <exception cref="IOException">It cannot be read, is damaged, or of another run. Nothing has been changed then.</exception>
    public void Load(string path)
    {
        var file = SafeTensorsFile.Read(path);
        long[] score = file.Get<long>("score");
        if (score.Length != AlarmScore.StateLength)
            throw new SafeTensorsException($"{path}: expected {AlarmScore.StateLength} numbers in 'score'; it is {file["score"]}.");
        if (file.Get<long>("counters") is [> 0 and var step, ..] && step > Steps)
            throw new SafeTensorsException($"{path}: the checkpoint is of step {step}, and this run ends at {Steps}.");
        Monitor.Load(file);
        Score.Load(score);
    }
}
