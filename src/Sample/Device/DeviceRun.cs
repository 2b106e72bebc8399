using System.Diagnostics;
using StaticNet.Serialization;

namespace StaticNet.Sample;

/// <summary>The device at work: a stream, a monitor, checkpoints. A run that was broken off is taken up where its last checkpoint was.</summary>
internal sealed class DeviceRun
{
    private readonly SensorStream _stream;
    private readonly AlarmScore _score = new();
    private readonly double[] _errors;
    private readonly float[] _readings = new float[SensorStream.Channels];

    /// <summary>At its start.</summary>
    /// <param name="seed">Of everything.</param>
    /// <param name="steps">At which it ends.</param>
    public DeviceRun(ulong seed, int steps)
    {
        Steps = steps;
        _stream = new SensorStream(seed);
        Monitor = new SensorMonitor(seed);
        _errors = new double[(steps / ErrorInterval) + 1];
    }

    /// <summary>Steps of which <see cref="MeanErrors"/> are the means.</summary>
    public const int ErrorInterval = 1_000;

    /// <summary>At which it ends.</summary>
    public int Steps { get; }

    /// <summary>What watches.</summary>
    public SensorMonitor Monitor { get; }

    /// <summary>How good its alarms were.</summary>
    public AlarmScore Score => _score;

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
    /// <returns>Whether one of the readings was wrong.</returns>
    public bool Next()
    {
        long step = Monitor.Step;
        bool isWrong = _stream.Read(step, _readings);
        long start = Stopwatch.GetTimestamp();
        bool isAlarm = Monitor.Next(_readings);
        Latency.Record(Stopwatch.GetTimestamp() - start);
        _score.Add(step, _stream.AnomalyNear(step), isAlarm);
        if (step < Steps)
            _errors[step / ErrorInterval] += Monitor.Error / ErrorInterval;
        return isWrong;
    }

    /// <summary>The readings of the last step.</summary>
    public ReadOnlySpan<float> Readings => _readings;

    /// <summary>What is wrong near the last step, if anything.</summary>
    public Anomaly? Near => _stream.AnomalyNear(Monitor.Step - 1);

    /// <summary>Writes a checkpoint. A power cut meanwhile leaves the one before.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        var writer = new SafeTensorsWriter();
        Monitor.AddTo(writer);
        writer.Add<long>("score", _score.Save(), AlarmScore.StateLength);
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
        Monitor.Load(file);
        _score.Load(score);
    }
}
