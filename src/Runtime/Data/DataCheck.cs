using System.Numerics;

namespace StaticNet.Data;

/// <summary>What a data set refuses. Each check throws before anything is kept.</summary>
internal static class DataCheck
{
    /// <summary>Whole samples, at least one.</summary>
    /// <returns>Their number.</returns>
    public static int Samples<T>(T[] inputs, int inputSize, string argument, string sizeArgument)
    {
        ArgumentNullException.ThrowIfNull(inputs, argument);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1, sizeArgument);
        return Guard.CountOfSome(inputs.Length, inputSize, argument);
    }

    /// <summary>Names as many as there are things to name.</summary>
    /// <returns>A copy, or numbered names where none are given.</returns>
    public static IReadOnlyList<string> Names(IReadOnlyList<string>? names, int count, string prefix, string argument)
    {
        if (names is null)
            return new NumberedNames(prefix, count);
        return names.Count == count ? [.. names] : throw new ArgumentException($"Expected {count} names, got {names.Count}.", argument);
    }

    /// <summary>Labels that are class indices.</summary>
    /// <returns>The number of classes: that of the names, or else the largest label + 1.</returns>
    public static int Labels(int[] labels, IReadOnlyList<string>? classNames, string argument)
    {
        // Without names, one less than there are integers, so that the number of classes is one.
        int classes = classNames?.Count ?? int.MaxValue;
        int largest = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                string expected = classNames is null ? "of at least 0" : $"from 0 to {classes - 1} (there are {classes} class names)";
                throw new ArgumentException($"Sample {i} has the label {labels[i]}; expected one {expected}.", argument);
            }
            largest = Math.Max(largest, labels[i]);
        }
        return classNames is null ? largest + 1 : classes;
    }

    /// <summary>Neither NaN nor infinite: one such number would turn every parameter into NaN in one step.</summary>
    public static void Finite<T>(ReadOnlySpan<T> values, IReadOnlyList<string> names, string what, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsFinite(values[i]))
                continue;
            (int sample, int column) = Math.DivRem(i, names.Count);
            string value = T.IsNaN(values[i]) ? "NaN" : T.IsPositive(values[i]) ? "∞" : "−∞";
            throw new ArgumentException($"Sample {sample}, {what} {column} ({names[column]}) is {value}; expected a finite number.", argument);
        }
    }
}
