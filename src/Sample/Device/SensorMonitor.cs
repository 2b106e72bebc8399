namespace StaticNet.Sample;

/// <summary>
/// What runs on the device: it looks at the latest readings, raises an alarm if they are unlike what it knows, and learns if they are like it. A
/// step allocates nothing.
/// </summary>
/// <remarks>
/// <para>
/// It doesn't learn while an alarm is on, and for a while after: an anomaly that lasts would become normal, and the alarm would end before its cause.
/// But a machine may change for good, after a repair say. So an alarm that has been on for <see cref="LongestAlarm"/> steps is dropped, and what is
/// there is learnt, without alarms, as at the beginning.
/// </para>
/// <para>
/// It learns from a mini-batch of the past, every <see cref="StepsBetweenBatches"/> steps; the latest windows alone are too much alike.
/// </para>
/// </remarks>
internal sealed partial class SensorMonitor
{
    /// <summary>Readings of each sensor in a window.</summary>
    public const int Readings = 4;

    /// <summary>Numbers in a window.</summary>
    public const int WindowSize = SensorStream.Channels * Readings;

    /// <summary>Steps of learning before an alarm is possible: at the beginning, and after an alarm that was dropped.</summary>
    public const int WarmUp = 20_000;

    /// <summary>An alarm ends after so many normal steps.</summary>
    public const int Calm = 25;

    /// <summary>An alarm is dropped after so many steps.</summary>
    public const int LongestAlarm = 2_000;

    /// <summary>Steps from one step of learning to the next.</summary>
    public const int StepsBetweenBatches = 8;

    private const int Remembered = 256;
    private const int BatchSize = 16;

    private readonly SensorNet _network;
    private readonly Adam<float> _adam = new(SensorNet.ParameterCount) { LearningRate = 0.003f };
    private readonly ulong _seed;

    // The latest windows that were normal, in a ring; the place of the next is _learnt modulo their number.
    private readonly float[] _memory = new float[Remembered * WindowSize];
    private readonly float[] _batch = new float[BatchSize * WindowSize];
    private readonly float[] _window = new float[WindowSize];
    private ErrorStatistics _errors;
    private long _remembered;
    private long _learnsUntil = WarmUp;
    private int _alarmSteps, _calmSteps;

    /// <summary>Starts with the seeded weights of the network, and without a memory.</summary>
    public SensorMonitor(ulong seed)
    {
        _seed = seed;
        _network = new SensorNet(seed);
    }

    /// <summary>Steps so far.</summary>
    public long Step { get; private set; }

    /// <summary>Whether something is wrong.</summary>
    public bool IsAlarm => _alarmSteps > 0;

    /// <summary>The mean squared error of the last reconstruction.</summary>
    public float Error { get; private set; }

    /// <summary>Above it, an error raises an alarm.</summary>
    public double Threshold => _errors.Threshold;

    /// <summary>A step: looks, decides, learns.</summary>
    /// <param name="readings">[Channels]</param>
    /// <returns>Whether there is an alarm.</returns>
    public bool Next(ReadOnlySpan<float> readings)
    {
        _window.AsSpan(SensorStream.Channels).CopyTo(_window);
        readings.CopyTo(_window.AsSpan(WindowSize - SensorStream.Channels));
        Error = _network.Loss(_window, _window);
        Step++;
        Decide();
        if (!IsAlarm && Step >= Readings)
            Learn();
        return IsAlarm;
    }

    private void Decide()
    {
        bool isNormal = Step < _learnsUntil || Error <= Threshold;
        _calmSteps = isNormal ? Math.Min(_calmSteps + 1, Calm) : 0;
        if (!IsAlarm)
        {
            _alarmSteps = isNormal ? 0 : 1;
        }
        else if (_alarmSteps == LongestAlarm)
        {
            _alarmSteps = 0;
            _learnsUntil = Step + WarmUp;
            _errors = default;
        }
        else
        {
            _alarmSteps = _calmSteps == Calm ? 0 : _alarmSteps + 1;
        }
    }

    private void Learn()
    {
        _errors.Add(Error);
        _window.CopyTo(_memory.AsSpan((int)(_remembered % Remembered) * WindowSize));
        _remembered++;
        if (Step % StepsBetweenBatches != 0 || _remembered < Remembered)
            return;

        // Numbers that follow from the step: no generator whose state would have to be kept.
        var random = new SplitMix64(_seed + (ulong)Step);
        for (int i = 0; i < BatchSize; i++)
            _memory.AsSpan(random.Next(Remembered) * WindowSize, WindowSize).CopyTo(_batch.AsSpan(i * WindowSize));
        _network.TrainBatch(_batch, _batch, _adam);
    }
}
