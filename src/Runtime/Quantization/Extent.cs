namespace StaticNet.Quantization;

/// <summary>The smallest and the largest of some numbers.</summary>
internal struct Extent()
{
    /// <summary>2⁵⁰⁰. Up to here no product or quotient of scales leaves the range of <see cref="double"/>.</summary>
    public const double Most = 3.273390607896142e150;

    /// <summary>2⁻⁵⁰⁰. Anything smaller counts as 0, for the same reason.</summary>
    public const double Negligible = 1 / Most;

    /// <summary>The smallest.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>The largest magnitude.</summary>
    public readonly double Size => Math.Max(-Min, Max);

    /// <summary>The extent of numbers.</summary>
    public static Extent Of(ReadOnlySpan<double> numbers)
    {
        var extent = new Extent();
        extent.Include(numbers);
        return extent;
    }

    /// <summary>Takes more numbers in.</summary>
    public void Include(ReadOnlySpan<double> numbers)
    {
        foreach (double number in numbers)
        {
            Min = Math.Min(Min, number);
            Max = Math.Max(Max, number);
        }
    }
}
