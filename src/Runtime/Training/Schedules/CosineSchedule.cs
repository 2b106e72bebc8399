using StaticNet.Functions;

namespace StaticNet;

/// <summary>
/// Half a cosine wave from 1 down to a minimum, without restarts (Loshchilov and Hutter, 2017). With t of n steps taken:
/// <c>minimum + (1 − minimum)·(1 + cos(π·t/n))/2</c>. It falls a little with every step, and stays at the minimum after the last.
/// </summary>
/// <param name="epochs">The length of the way down, at least 1.</param>
/// <param name="minimum">The factor at its end, from 0 to 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed class CosineSchedule(int epochs, double minimum = 0) : LearningRateSchedule
{
    private readonly int _epochs = Setting.AtLeastOne(epochs, nameof(epochs), "The number of epochs");
    private readonly double _minimum = Setting.Share(minimum, nameof(minimum), "The least factor");

    /// <inheritdoc/>
    public override double Factor(SchedulePoint point)
    {
        long steps = (long)_epochs * point.StepsPerEpoch;
        if (point.Step >= steps)
            return _minimum;
        double cos = Cosine.Cos(Math.PI * ((double)point.Step / steps));
        return _minimum + ((1 - _minimum) * ((1 + cos) / 2));
    }
}
