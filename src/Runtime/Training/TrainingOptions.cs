using StaticNet.Data;

namespace StaticNet;

/// <summary>How <see cref="Trainer"/> trains.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training data, at most. Default: 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Samples in a mini-batch; the last one of an epoch may have fewer. 0: all of them, in one batch. Default: 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Whether each epoch takes the samples in another order. Default: true.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Decides the orders and the validation split. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The share of the data, at least 0 and less than 1, that is set aside and only looked at after each epoch. Default: 0.</summary>
    public double ValidationShare { get; init; }

    /// <summary>Epochs without a better loss, on the validation data if there are any, after which training stops. Null: it goes on to the last. Default: null.</summary>
    public int? Patience { get; init; }

    /// <summary>How much smaller a loss must be to count as better. Default: 0.</summary>
    public double LeastImprovement { get; init; }

    /// <summary>Whether the parameters of the best epoch are those that the network has in the end. Always so after early stopping or divergence. Default: null, where there are validation data.</summary>
    public bool? RestoreBest { get; init; }

    /// <summary>What the learning rate is multiplied by as training goes on. A schedule may remember: give each run its own. Default: null, a constant rate.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>[classes of the data, or of the network]: what a sample of each class counts for, finite and not negative. Empty: 1 each.</summary>
    public ReadOnlyMemory<double> ClassWeights { get; init; }

    /// <summary>[samples of the data set]: what each sample counts for, finite and not negative. Empty: 1 each. With class weights too, their product counts.</summary>
    /// <remarks>Samples of equal weight go through the network together, so few different weights are fast and all different ones slow; on one thread. The validation loss has no weights. A batch without any weight takes no step.</remarks>
    public ReadOnlyMemory<double> SampleWeights { get; init; }

    /// <summary>Threads at most for a batch; the result has the same bits for any number. Batches of up to 1,024 samples stay on one. Default: 1.</summary>
    public int DegreeOfParallelism { get; init; } = 1;

    /// <summary>Told after each epoch.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>A file of this run's own, to which it is saved while it lasts, when it is cancelled, and at its end unless it diverged. Null: none. Default: null.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Epochs from one save to the next. Default: 10.</summary>
    public int CheckpointEpochs { get; init; } = 10;

    /// <summary>Whether a run goes on from the checkpoint, where its file exists. One that is finished there returns at once, unless there are more epochs or more patience now. Default: true.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>Checks what does not depend on the data.</summary>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    internal void Check()
    {
        Refuse(Epochs < 1, nameof(Epochs), Epochs, "at least 1");
        Refuse(BatchSize < 0, nameof(BatchSize), BatchSize, "at least 1, or 0 for all samples together");
        Refuse(!(ValidationShare is >= 0 and < 1), nameof(ValidationShare), ValidationShare, "at least 0 and less than 1");
        Refuse(Patience < 1, nameof(Patience), Patience ?? 0, "at least 1, or null");
        Refuse(!(LeastImprovement >= 0 && double.IsFinite(LeastImprovement)), nameof(LeastImprovement), LeastImprovement, "finite and at least 0");
        Refuse(DegreeOfParallelism < 1, nameof(DegreeOfParallelism), DegreeOfParallelism, "at least 1");
        Refuse(CheckpointEpochs < 1, nameof(CheckpointEpochs), CheckpointEpochs, "at least 1");
    }

    private static void Refuse(bool wrong, string name, double actual, string expected)
    {
        if (wrong)
            throw new ArgumentException(FormattableString.Invariant($"{name} must be {expected}; it is {actual}."), "options");
    }
}
