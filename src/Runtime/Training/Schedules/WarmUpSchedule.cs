namespace StaticNet;

/// <summary>
/// A learning rate that rises linearly at first, <c>(step + 1)/steps</c>, so that the last step of the warm-up has the full rate; then another
/// schedule.
/// </summary>
/// <remarks>
/// The other schedule is asked for the point of the run as it is, not counted from the end of the warm-up: a cosine over 100 epochs ends with
/// epoch 100 of the run. It hears of every epoch, and <see cref="LearningRateSchedule.State"/> is its own.
/// </remarks>
public sealed class WarmUpSchedule : LearningRateSchedule
{
    private readonly int _steps;
    private readonly LearningRateSchedule _then;

    /// <summary>Puts a warm-up before a schedule.</summary>
    /// <param name="steps">Steps of the warm-up, at least 1.</param>
    /// <param name="then">What comes after it; null: a constant rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is less than 1.</exception>
    public WarmUpSchedule(int steps, LearningRateSchedule? then = null)
        : this(then ?? new ConstantSchedule(), Setting.AtLeastOne(steps, nameof(steps), "The number of steps"))
    {
    }

    private WarmUpSchedule(LearningRateSchedule then, int steps)
        : base(then)
    {
        _steps = steps;
        _then = then;
    }

    /// <inheritdoc/>
    public override double Factor(SchedulePoint point) =>
        point.Step < _steps ? (double)(point.Step + 1) / _steps : _then.Factor(point);

    /// <inheritdoc/>
    public override void EndEpoch(int epoch, double loss) => _then.EndEpoch(epoch, loss);
}
