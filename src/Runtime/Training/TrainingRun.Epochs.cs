using System.Numerics;

namespace StaticNet;

/// <content>What happens between epochs.</content>
public sealed partial class TrainingRun<T, TRule>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRule : struct, IUpdateRule<T>
{
    /// <summary>A loss so many times the first one, or 1 if that is less, comes from a learning rate that is too large.</summary>
    private const double Divergence = 1e6;

    /// <summary>A last loss so many times the first one is worth a word.</summary>
    private const double Worse = 2;

    private void EndEpoch()
    {
        double loss = _lossSum / _weightSum, validationLoss = double.NaN, metric = double.NaN;
        _validation?.Measure(_network, out validationLoss, out metric);
        var progress = new TrainingProgress(
            Epoch + 1, _options.Epochs, loss, validationLoss, metric, _rate, Elapsed);
        if (Epoch == _history.Length)
            Array.Resize(ref _history, (int)Math.Min(2L * Epoch, _options.Epochs));
        _history[Epoch++] = progress;
        Batch = 0;
        _lossSum = _weightSum = 0;
        if (IsBeyondBounds(loss) || IsBeyondBounds(progress.WatchedLoss) || !AllFinite(_network.Parameters))
            Diverge(loss);
        else
            Judge(progress.WatchedLoss);
        _options.Progress?.Report(progress);
    }

    private void Judge(double loss)
    {
        if (loss < _bestLoss - _options.LeastImprovement)
        {
            _bestLoss = loss;
            _bestEpoch = Epoch;
            _network.Parameters.CopyTo(_best);
        }

        _options.Schedule?.EndEpoch(Epoch - 1, loss);
        if (_options.Patience is { } patience && Epoch - _bestEpoch >= patience)
            Finish(StopReason.EarlyStopping, restore: true);
        else if (Epoch == _options.Epochs)
            Finish(StopReason.Completed, _options.RestoreBest ?? _validation is not null);
        if (IsFinished && _history[Epoch - 1].Loss > Worse * _firstLoss)
            _warning = FormattableString.Invariant($"The loss of the last epoch, {_history[Epoch - 1].Loss:g4}, is above that of the first batch, {_firstLoss:g4}. Try a smaller learning rate than {_baseRate:g4}, or scaled inputs.");
    }

    private void Diverge(double loss)
    {
        string from = _bestEpoch == 0 ? "the parameters from before the first epoch" : $"the parameters of epoch {_bestEpoch}";
        _warning = FormattableString.Invariant(
            $"Training diverged in epoch {Epoch}: the loss went from {_firstLoss:g4} to {loss:g4}. The network has {from} again. Try a smaller learning rate than {_baseRate:g4}, a limit of the gradient (ClipNorm), or scaled inputs, with a new optimizer: this one remembers the way there.");
        Finish(StopReason.Diverged, restore: true);
    }

    private void Finish(StopReason reason, bool restore)
    {
        _reason = reason;
        _network.Parameters.CopyTo(_last);
        if (restore)
            _best.CopyTo(_network.Parameters);
    }

    private bool IsBeyondBounds(double loss) => !double.IsFinite(loss) || loss > Divergence * (_firstLoss > 1 ? _firstLoss : 1);

    private static bool AllFinite(ReadOnlySpan<T> values)
    {
        foreach (T value in values)
        {
            if (!T.IsFinite(value))
                return false;
        }

        return true;
    }
}
