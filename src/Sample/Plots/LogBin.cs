using ScottPlot;

namespace StaticNet.Sample;

/// <summary>Passes that fall onto nearly the same place of a logarithmic axis. Thousands of points on a pixel draw badly.</summary>
/// <param name="First">The first pass.</param>
/// <param name="Losses">The losses after it and the following passes; at least one.</param>
internal readonly record struct LogBin(int First, ArraySegment<double> Losses)
{
    /// <summary>Cuts a run into bins of equal width on the logarithmic axis; empty ones are left out.</summary>
    /// <param name="losses">Before the first pass, which has no place on the axis, and after each.</param>
    /// <param name="count">Bins over the whole axis.</param>
    public static IEnumerable<LogBin> Of(double[] losses, int count)
    {
        int passes = losses.Length - 1;
        int first = 1;
        for (int bin = 1; bin <= count; bin++)
        {
            int end = bin == count ? passes + 1 : (int)Math.Pow(passes, (double)bin / count) + 1;
            if (end <= first)
                continue;
            yield return new LogBin(first, new ArraySegment<double>(losses, first, end - first));
            first = end;
        }
    }

    /// <summary>The smallest and the largest loss, in the order they came.</summary>
    public Coordinates[] Extremes()
    {
        var span = Losses.AsSpan();
        int low = 0, high = 0;
        for (int i = 1; i < span.Length; i++)
        {
            low = span[i] < span[low] ? i : low;
            high = span[i] > span[high] ? i : high;
        }
        return low == high ? [Point(low)] : [Point(Math.Min(low, high)), Point(Math.Max(low, high))];
    }

    /// <summary>The middle one of the losses, at the middle of the passes.</summary>
    public Coordinates Median()
    {
        double[] sorted = [.. Losses];
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return new Coordinates(Math.Log10(First + middle), sorted[middle]);
    }

    private Coordinates Point(int index) => new(Math.Log10(First + index), Losses[index]);
}
