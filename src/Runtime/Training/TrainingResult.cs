namespace StaticNet;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>The loss did not get better for <see cref="TrainingOptions.Patience"/> epochs; the best parameters are back.</summary>
    EarlyStopping,

    /// <summary>The caller asked for it. The parameters are those of the last step; a checkpoint, if one was asked for, goes on from there.</summary>
    Cancelled,

    /// <summary>The loss or a parameter left all bounds; the best parameters are back, and <see cref="TrainingResult.Warning"/> says what to do.</summary>
    Diverged,
}

/// <summary>What a run left behind, besides the trained network.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="History">An entry for each epoch that was done, those of earlier sessions of the run included.</param>
/// <param name="BestEpoch">The last epoch whose loss was better than all before by <see cref="TrainingOptions.LeastImprovement"/>, on the validation data if there are any; 0 if none was done.</param>
/// <param name="Warning">What went wrong and what to do about it; null if nothing did.</param>
public sealed record TrainingResult(StopReason Reason, IReadOnlyList<TrainingProgress> History, int BestEpoch, string? Warning)
{
    /// <summary>How well the network, as the run left it, tells the classes of the validation data apart, or of the training data if there are no others. Null for targets.</summary>
    public ClassificationReport? Classification { get; init; }

    /// <summary>How far the network, as the run left it, is from the targets of the validation data, or of the training data if there are no others. Null for labels.</summary>
    public RegressionMetrics? Regression { get; init; }

    /// <summary>The loss of <see cref="BestEpoch"/>, on the validation data if there are any; NaN if none was done.</summary>
    public double BestLoss => BestEpoch == 0 ? double.NaN : History[BestEpoch - 1].WatchedLoss;
}
