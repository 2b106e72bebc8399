namespace StaticNet.Data;

public sealed partial class Dataset<T>
{
    /// <summary>A copy of some samples, in the order asked for; one may come more than once. Names and classes stay.</summary>
    /// <param name="samples">Indices, at least one.</param>
    /// <exception cref="ArgumentException">No indices.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Dataset<T> Select(ReadOnlySpan<int> samples)
    {
        if (samples.IsEmpty)
            throw new ArgumentException("Expected at least one sample, got none.", nameof(samples));
        foreach (int sample in samples)
            Checked(sample, nameof(samples));

        var inputs = new T[checked(samples.Length * InputSize)];
        var targets = new T[checked(samples.Length * TargetSize)];
        int[] labels = new int[HasLabels ? samples.Length : 0];
        for (int i = 0; i < samples.Length; i++)
        {
            Input(samples[i]).CopyTo(inputs.AsSpan(i * InputSize));
            Target(samples[i]).CopyTo(targets.AsSpan(i * TargetSize));
            if (HasLabels)
                labels[i] = _labels[samples[i]];
        }
        return new(inputs, targets, labels, InputNames, TargetNames, ClassNames);
    }

    /// <summary>
    /// Two parts without a common sample, each in shuffled order: training and test, say. Where there are labels, every class is shared out
    /// in proportion.
    /// </summary>
    /// <param name="firstShare">The first part's share of the samples, greater than 0 and less than 1.</param>
    /// <param name="seed">Another seed gives another split; the same gives the same, on every machine.</param>
    /// <remarks>
    /// The first part has round(share·Count) samples, halves upwards. The classes' parts are rounded so that they add up to that: each has
    /// the whole number below or above its share, so a class of very few samples may be missing from one part.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or a part would be empty.</exception>
    public (Dataset<T> First, Dataset<T> Second) Split(double firstShare, ulong seed)
    {
        (int[] first, int[] second) = SplitSamples(firstShare, seed);
        return (Select(first), Select(second));
    }

    /// <summary>The samples of either part.</summary>
    internal (int[] First, int[] Second) SplitSamples(double firstShare, ulong seed)
    {
        if (!(firstShare > 0 && firstShare < 1))
            throw new ArgumentOutOfRangeException(nameof(firstShare), firstShare, "Expected a share greater than 0 and less than 1.");
        int size = Rounded(firstShare, Count);
        if (size == 0 || size == Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstShare), firstShare, $"Expected samples in both parts, got {size} of {Count} in the first.");
        }

        (int[] order, int[] places) = Shuffled(seed);
        // Where the rounded share steps up, a sample goes to the first part.
        bool[] isFirst = Array.ConvertAll(places, place => Rounded(firstShare, place + 1) > Rounded(firstShare, place));
        return (Where(order, isFirst, true), Where(order, isFirst, false));
    }

    /// <summary>
    /// For cross-validation: each sample is in the test part of one fold and in the training part of the others. Parts are in shuffled
    /// order. The folds' sizes differ by at most one sample, and where there are labels, so do their samples of each class.
    /// </summary>
    /// <param name="count">Folds, from 2 to the number of samples.</param>
    /// <param name="seed">Another seed gives other folds; the same gives the same, on every machine.</param>
    /// <returns>A fold at a time; the samples are copied when it is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 folds, or more than there are samples.</exception>
    public IEnumerable<(Dataset<T> Training, Dataset<T> Test)> Folds(int count, ulong seed)
    {
        if (count < 2 || count > Count)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Expected from 2 folds to {Count}, as many as there are samples, got {count}.");
        (int[] order, int[] places) = Shuffled(seed);
        return Enumerable.Range(0, count).Select(fold =>
        {
            bool[] isTest = Array.ConvertAll(places, place => place % count == fold);
            return (Select(Where(order, isTest, false)), Select(Where(order, isTest, true)));
        });
    }

    private static int Rounded(double share, int count) => (int)Math.Floor((share * count) + 0.5);

    private static int[] Where(int[] order, bool[] marks, bool mark) => [.. order.Where((_, i) => marks[i] == mark)];

    /// <summary>All samples in shuffled order, and the place of each when they queue up class by class: what goes by places is stratified.</summary>
    private (int[] Order, int[] Places) Shuffled(ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        var random = new SplitMix64(seed);
        Shuffle.InPlace(order.AsSpan(), ref random);
        if (!HasLabels)
            return (order, [.. Enumerable.Range(0, Count)]);

        // Counting sort: how many samples have a smaller label.
        int[] next = new int[ClassCount];
        foreach (int label in _labels)
            next[label]++;
        int before = 0;
        for (int label = 0; label < next.Length; label++)
            (next[label], before) = (before, before + next[label]);
        return (order, Array.ConvertAll(order, sample => next[_labels[sample]]++));
    }
}
