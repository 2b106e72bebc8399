using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StaticNet.Serialization;

namespace StaticNet;

/// <content>Saving a run and going on with it.</content>
public sealed partial class TrainingRun<T, TRule>
{
    private const string Format = "staticnet-checkpoint", Version = "1";

    /// <summary>Numbers of an epoch in a checkpoint.</summary>
    private const int EpochNumbers = 5;

    private string? _fingerprint;

    /// <summary>Saves all that the run needs to go on. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Of a safetensors file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Saves all that the run needs to go on: the network's parameters, the optimizer's and the schedule's state, the history, and where in an epoch it is.</summary>
    /// <param name="stream">Written to, in the format safetensors.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(Stream stream)
    {
        var writer = new SafeTensorsWriter();
        foreach (var (name, value) in Description())
            writer.AddMetadata(name, value);
        if (_warning is not null)
            writer.AddMetadata("warning", _warning);
        writer.Add<T>("parameters", _network.Parameters, _best.Length);
        writer.Add<T>("best", _best, _best.Length);
        writer.Add<T>("last", IsFinished ? _last : _network.Parameters, _best.Length);
        writer.Add<T>("optimizer.state", _optimizer.State, _optimizer.State.Length);
        writer.Add<double>("optimizer.scalars", _optimizer.Scalars, _optimizer.Scalars.Length);
        var schedule = _options.Schedule is { } some ? some.State : default;
        writer.Add<double>("schedule", schedule, schedule.Length);
        ReadOnlySpan<ulong> dropout = _network is IDropoutNetwork<T> random ? [random.DropoutState] : [];
        writer.Add("dropout", dropout, dropout.Length);
        writer.Add<double>("sums", [_lossSum, _weightSum, _bestLoss, _firstLoss], 4);
        writer.Add<long>("counters", [Epoch, Batch, _optimizer.StepCount, _bestEpoch, _reason is { } reason ? (long)reason : -1, Elapsed.Ticks], 6);
        double[] history = new double[Epoch * EpochNumbers];
        for (int i = 0; i < Epoch; i++)
        {
            var p = _history[i];
            new[] { p.Loss, p.ValidationLoss, p.Metric, p.LearningRate, p.Elapsed.Ticks }.CopyTo(history, i * EpochNumbers);
        }

        writer.Add<double>("history", history, Epoch, EpochNumbers);
        writer.WriteTo(stream);
    }

    /// <summary>Goes on where the saved run was. It was made with the same data, optimizer and options; the epochs may be more.</summary>
    /// <param name="path">Of a file that <see cref="Save(string)"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file belongs to another run. Nothing has been changed.</exception>
    /// <exception cref="IOException">It is damaged, or cannot be read. Nothing has been changed.</exception>
    public void Load(string path) => Load(SafeTensorsFile.Read(path));

    /// <inheritdoc cref="Load(string)"/>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    public void Load(Stream stream) => Load(SafeTensorsFile.Read(stream));

    private void Load(SafeTensorsFile file)
    {
        foreach (var (name, expected) in Description())
        {
            if (!file.Metadata.TryGetValue(name, out string? actual) || actual != expected)
                throw new InvalidDataException($"The checkpoint belongs to another run: {name} is {actual ?? "missing"} there and {expected} here. Make the run with what the saved one was made with, or remove the file.");
        }

        // All is read before anything is changed.
        T[] parameters = Numbers<T>(file, "parameters", _best.Length), best = Numbers<T>(file, "best", _best.Length), last = Numbers<T>(file, "last", _best.Length);
        T[] state = Numbers<T>(file, "optimizer.state", _optimizer.State.Length);
        double[] scalars = Numbers<double>(file, "optimizer.scalars", _optimizer.Scalars.Length);
        double[] schedule = Numbers<double>(file, "schedule", _options.Schedule?.State.Length ?? 0);
        ulong[] dropout = Numbers<ulong>(file, "dropout", _network is IDropoutNetwork<T> ? 1 : 0);
        double[] sums = Numbers<double>(file, "sums", 4);
        long[] counters = Numbers<long>(file, "counters", 6);
        Require(counters[0] >= 0 && counters[0] <= _options.Epochs, $"it has {counters[0]} epochs, and this run has {_options.Epochs} at most");
        Require(counters[1] >= 0 && counters[1] < _batches.Count, $"it stands at batch {counters[1]} of {_batches.Count}");
        Require(counters[2] >= 0 && counters[3] >= 0 && counters[3] <= counters[0] && counters[4] is >= -1 and <= (long)StopReason.Diverged && counters[5] >= 0, "its counters make no sense");
        Require(counters[4] >= 0 || counters[0] < _options.Epochs, $"it has done {counters[0]} epochs and is not finished, and this run ends after {_options.Epochs}");
        double[] history = Numbers<double>(file, "history", counters[0] * EpochNumbers);

        parameters.CopyTo(_network.Parameters);
        best.CopyTo(_best, 0);
        last.CopyTo(_last, 0);
        state.CopyTo(_optimizer.State);
        scalars.CopyTo(_optimizer.Scalars);
        if (_options.Schedule is { } some)
            schedule.CopyTo(some.State);
        if (_network is IDropoutNetwork<T> random)
            random.DropoutState = dropout[0];
        (_lossSum, _weightSum, _bestLoss, _firstLoss) = (sums[0], sums[1], sums[2], sums[3]);
        (Epoch, Batch, _optimizer.StepCount, _bestEpoch) = ((int)counters[0], (int)counters[1], counters[2], (int)counters[3]);
        _reason = counters[4] < 0 ? null : (StopReason)counters[4];
        _warning = file.Metadata.GetValueOrDefault("warning");
        _earlier = TimeSpan.FromTicks(counters[5]);
        _start = Stopwatch.GetTimestamp();
        if (Epoch > _history.Length)
            Array.Resize(ref _history, Epoch);
        for (int i = 0; i < Epoch; i++)
        {
            var p = history.AsSpan(i * EpochNumbers, EpochNumbers);
            _history[i] = new(i + 1, _options.Epochs, p[0], p[1], p[2], p[3], TimeSpan.FromTicks((long)p[4]));
        }

        // More epochs or more patience were asked for than the saved run had: it goes on from where it was, not from its best.
        bool goesOn = _reason == StopReason.Completed || (_reason == StopReason.EarlyStopping && !(Epoch - _bestEpoch >= _options.Patience));
        if (goesOn && Epoch < _options.Epochs)
        {
            _reason = null;
            _warning = null;
            last.CopyTo(_network.Parameters);
        }

        if (Batch > 0)
            _batches.BeginEpoch(Epoch);
    }

    /// <summary>What must be the same for a run to go on.</summary>
    private IEnumerable<(string Name, string Value)> Description()
    {
        yield return ("format", Format);
        yield return ("version", Version);
        yield return ("precision", typeof(T).Name);
        yield return ("network", _network.GetType().Name);
        yield return ("layers", string.Join('-', _network.Topology.LayerSizes.Select(Text)));
        yield return ("optimizer", typeof(TRule).Name);
        yield return ("rate", NumberText.Digits(_baseRate));
        yield return ("schedule", _options.Schedule?.GetType().Name ?? "none");
        yield return ("data", _fingerprint ??= Fingerprint());
        yield return ("samples", Text(_batches.SampleCount));
        yield return ("batch", Text(_batches.Size));
        yield return ("seed", _options.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("shuffle", _options.Shuffle ? "yes" : "no");
    }

    /// <summary>Of the data and of what their samples count for.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(_data.Inputs));
        hash.AppendData(MemoryMarshal.AsBytes(_data.Labels));
        hash.AppendData(MemoryMarshal.AsBytes(_data.Targets));
        hash.AppendData(MemoryMarshal.AsBytes(_options.ClassWeights.Span));
        hash.AppendData(MemoryMarshal.AsBytes(_options.SampleWeights.Span));
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant()[..16];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TNumber[] Numbers<TNumber>(SafeTensorsFile file, string name, long count)
        where TNumber : unmanaged
    {
        var numbers = file.Get<TNumber>(name);
        Require(numbers.Length == count, $"{name} has {numbers.Length} numbers, not {count}");
        return numbers;
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidDataException($"The checkpoint is damaged or belongs to another run: {otherwise}.");
    }
}
