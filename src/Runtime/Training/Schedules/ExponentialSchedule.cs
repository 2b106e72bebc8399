namespace StaticNet;

/// <summary>Multiplies the learning rate by a factor after every epoch: <c>factor^epoch</c>, PyTorch's <c>ExponentialLR</c>.</summary>
/// <param name="factor">What the rate is multiplied by each time; finite, greater than 0.</param>
/// <exception cref="ArgumentOutOfRangeException">The factor is out of its range.</exception>
public sealed class ExponentialSchedule(double factor) : LearningRateSchedule
{
    private readonly double _factor = Setting.Positive(factor, nameof(factor), "A factor of the learning rate");

    /// <inheritdoc/>
    public override double Factor(SchedulePoint point) => Power.Of(_factor, point.Epoch);
}
