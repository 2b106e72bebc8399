namespace StaticNet.Sample;

/// <summary>Compares alarms with what really went wrong. Counts only; a step allocates nothing.</summary>
internal sealed class AlarmScore
{
    /// <summary>Numbers that it is saved as.</summary>
    public const int StateLength = (2 * Anomaly.Kinds) + 9;

    // Of each kind.
    private readonly long[] _anomalies = new long[Anomaly.Kinds];
    private readonly long[] _found = new long[Anomaly.Kinds];
    private long _block = -1, _delays;
    private bool _wasAlarm, _isCounted, _isFound, _isTrue;

    /// <summary>Alarms raised.</summary>
    public long Alarms { get; private set; }

    /// <summary>Of them, those that were on while something was wrong, or its readings still in the window.</summary>
    public long TrueAlarms { get; private set; }

    /// <summary>Steps with an alarm.</summary>
    public long AlarmSteps { get; private set; }

    /// <summary>Anomalies of a kind.</summary>
    public long Anomalies(AnomalyKind kind) => _anomalies[(int)kind];

    /// <summary>Anomalies of a kind during which an alarm was on.</summary>
    public long Found(AnomalyKind kind) => _found[(int)kind];

    /// <summary>Share of the alarms that were true; NaN without alarms.</summary>
    public double Precision => (double)TrueAlarms / Alarms;

    /// <summary>Share of the anomalies that were found; NaN without anomalies.</summary>
    public double Recall => (double)_found.Sum() / _anomalies.Sum();

    /// <summary>Steps from the start of an anomaly to the alarm, in the mean.</summary>
    public double MeanDelay => (double)_delays / _found.Sum();

    /// <summary>Takes up a step.</summary>
    /// <param name="step">Its number.</param>
    /// <param name="near">What is wrong in its block of steps, if anything.</param>
    /// <param name="isAlarm">Whether there is an alarm.</param>
    public void Add(long step, Anomaly? near, bool isAlarm)
    {
        if (isAlarm && !_wasAlarm)
        {
            Alarms++;
            _isTrue = false;
        }
        AlarmSteps += isAlarm ? 1 : 0;
        _wasAlarm = isAlarm;
        if (near is not { } anomaly)
            return;

        if (anomaly.Start / Anomaly.Block != _block)
            (_block, _isCounted, _isFound) = (anomaly.Start / Anomaly.Block, false, false);
        if (step < anomaly.Start || step >= anomaly.End + SensorMonitor.Readings)
            return;
        if (!_isCounted)
            _anomalies[(int)anomaly.Kind]++;
        _isCounted = true;
        if (!isAlarm)
            return;
        if (!_isFound)
        {
            _found[(int)anomaly.Kind]++;
            _delays += step - anomaly.Start;
        }
        TrueAlarms += _isTrue ? 0 : 1;
        (_isFound, _isTrue) = (true, true);
    }

    /// <summary>All that it has counted, for a checkpoint: [<see cref="StateLength"/>].</summary>
    public long[] Save() =>
        [.. _anomalies, .. _found, Alarms, TrueAlarms, AlarmSteps, _block, _delays, Flag(_wasAlarm), Flag(_isCounted), Flag(_isFound), Flag(_isTrue)];

    /// <summary>Takes up what another has counted.</summary>
    /// <param name="state">Of <see cref="Save"/>.</param>
    public void Load(ReadOnlySpan<long> state)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, StateLength, nameof(state));
        state[..Anomaly.Kinds].CopyTo(_anomalies);
        state[Anomaly.Kinds..(2 * Anomaly.Kinds)].CopyTo(_found);
        state = state[(2 * Anomaly.Kinds)..];
        (Alarms, TrueAlarms, AlarmSteps, _block, _delays) = (state[0], state[1], state[2], state[3], state[4]);
        (_wasAlarm, _isCounted, _isFound, _isTrue) = (state[5] != 0, state[6] != 0, state[7] != 0, state[8] != 0);
    }

    private static long Flag(bool value) => value ? 1 : 0;
}
