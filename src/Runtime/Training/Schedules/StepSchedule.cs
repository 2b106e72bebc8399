namespace StaticNet;

/// <summary>Multiplies the learning rate by a factor every few epochs: <c>factor^⌊epoch/every⌋</c>, PyTorch's <c>StepLR</c>.</summary>
/// <param name="every">Epochs between two changes, at least 1.</param>
/// <param name="factor">What the rate is multiplied by each time; finite, greater than 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed class StepSchedule(int every, double factor) : LearningRateSchedule
{
    private readonly int _every = Setting.AtLeastOne(every, nameof(every), "The number of epochs between two changes");
    private readonly double _factor = Setting.Positive(factor, nameof(factor), "A factor of the learning rate");

    /// <inheritdoc/>
    public override double Factor(SchedulePoint point) => Power.Of(_factor, point.Epoch / _every);
}
