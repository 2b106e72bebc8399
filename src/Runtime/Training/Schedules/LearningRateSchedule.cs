namespace StaticNet;

/// <summary>
/// How the learning rate changes in the course of a run: a factor on the rate that the optimizer starts with. Factors are made of operations
/// that IEEE 754 defines exactly, so that a run has the same bits on every machine; a schedule of one's own should keep to that.
/// </summary>
public abstract class LearningRateSchedule
{
    private readonly double[] _state;

    /// <summary>Allocates what is remembered between epochs, all zero.</summary>
    /// <param name="stateCount">Length of <see cref="State"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 0.</exception>
    protected LearningRateSchedule(int stateCount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stateCount, 0);
        _state = new double[stateCount];
    }

    /// <summary>For a schedule that remembers nothing but what the one it contains does.</summary>
    private protected LearningRateSchedule(LearningRateSchedule contained) => _state = contained._state;

    /// <summary>What must be saved for a run to go on as if it had not stopped; empty for most. Writing to it restores it.</summary>
    public Span<double> State => _state;

    /// <summary>What the optimizer's initial learning rate is multiplied by in the next step.</summary>
    /// <param name="point">Where the run stands.</param>
    public abstract double Factor(SchedulePoint point);

    /// <summary>Called after each epoch. Most schedules have no use for it.</summary>
    /// <param name="epoch">The epoch that has ended, from 0.</param>
    /// <param name="loss">The loss that is watched: that of the validation data if there is some, else that of the training data.</param>
    public virtual void EndEpoch(int epoch, double loss)
    {
    }
}
