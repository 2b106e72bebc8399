namespace StaticNet;

/// <summary>Where a run stands after an epoch.</summary>
/// <param name="Epoch">Epochs that are done, from 1.</param>
/// <param name="Epochs">Epochs that there will be at most.</param>
/// <param name="Loss">The mean loss of the epoch's samples, each before the update it took part in; without weight decay.</param>
/// <param name="ValidationLoss">The mean loss of the validation data after the epoch, without class or sample weights; NaN where there are none.</param>
/// <param name="Metric">On the validation data, NaN where there are none: the accuracy for labels, the root mean squared error for targets.</param>
/// <param name="LearningRate">The rate of the epoch's last step.</param>
/// <param name="Elapsed">Time since the start, in all sessions of a run.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Loss, double ValidationLoss, double Metric, double LearningRate, TimeSpan Elapsed)
{
    /// <summary>The time that the remaining epochs will take if they go on like those so far.</summary>
    public TimeSpan Remaining => Epoch == 0 ? TimeSpan.Zero : Elapsed / Epoch * (Epochs - Epoch);

    /// <summary>The loss that early stopping and schedules look at: that of the validation data, where there are any.</summary>
    public double WatchedLoss => double.IsNaN(ValidationLoss) ? Loss : ValidationLoss;
}
