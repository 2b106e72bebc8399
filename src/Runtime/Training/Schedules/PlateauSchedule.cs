namespace StaticNet;

/// <summary>
/// Lowers the learning rate when the loss has stopped falling: PyTorch's <c>ReduceLROnPlateau</c> in its mode <c>min</c> with a relative
/// threshold, no cool-down, and its <c>eps</c> 0.
/// </summary>
/// <remarks>
/// An epoch is good if its loss is below <c>best·(1 − threshold)</c>; then it is the new best one. After more than
/// <c>patience</c> epochs in a row that are not, the rate is multiplied by the factor and the count starts anew. A loss that is NaN is never good.
/// <see cref="LearningRateSchedule.State"/> is the best loss, the epochs since then (or since the last reduction), and the present factor.
/// </remarks>
public sealed class PlateauSchedule : LearningRateSchedule
{
    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly double _minimum;

    /// <summary>Starts with the full rate and no best loss.</summary>
    /// <param name="factor">What the rate is multiplied by; greater than 0, less than 1.</param>
    /// <param name="patience">Epochs without improvement that are put up with, at least 0.</param>
    /// <param name="threshold">The share of the best loss by which another must be lower to count; from 0, less than 1.</param>
    /// <param name="minimum">The least factor, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public PlateauSchedule(double factor = 0.1, int patience = 10, double threshold = 1e-4, double minimum = 0)
        : base(stateCount: 3)
    {
        if (factor is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor is a number greater than 0 and less than 1.");
        if (threshold is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a number of at least 0 and less than 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 0);
        _factor = factor;
        _patience = patience;
        _threshold = threshold;
        _minimum = Setting.Share(minimum, nameof(minimum), "The least factor");
        (Best, Current) = (double.PositiveInfinity, 1);
    }

    private ref double Best => ref State[0];

    private ref double BadEpochs => ref State[1];

    private ref double Current => ref State[2];

    /// <inheritdoc/>
    public override double Factor(SchedulePoint point) => Current;

    /// <inheritdoc/>
    public override void EndEpoch(int epoch, double loss)
    {
        if (loss < Best * (1 - _threshold))
            (Best, BadEpochs) = (loss, 0);
        else
            BadEpochs++;
        if (BadEpochs > _patience)
            (Current, BadEpochs) = (Math.Max(Current * _factor, _minimum), 0);
    }
}
