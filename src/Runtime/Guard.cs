using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>The checks at the public entries of generated code. Each throws before anything has been written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    /// <summary>A span must have exactly this length.</summary>
    /// <exception cref="ArgumentException">It has another.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string argument)
    {
        if (actual != expected)
            ThrowLength(actual, expected, argument);
    }

    /// <summary>A batch must consist of whole samples.</summary>
    /// <returns>The number of samples, which may be 0.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of the sample size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int length, int size, string argument)
    {
        int count = (int)((uint)length / (uint)size);
        if (count * size != length)
            ThrowMultiple(length, size, argument);
        return count;
    }

    /// <summary>A batch that is reduced to one number must have at least one whole sample.</summary>
    /// <returns>The number of samples.</returns>
    /// <exception cref="ArgumentException">It has none, or the length is no multiple of the sample size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountOfSome(int length, int size, string argument)
    {
        if (length == 0)
            ThrowEmpty(size, argument);
        return Count(length, size, argument);
    }

    /// <summary>A second span must hold as many samples as the first.</summary>
    /// <exception cref="ArgumentException">It doesn't.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Samples(int length, int size, int count, string argument)
    {
        if (length != (long)count * size)
            ThrowSamples(length, size, count, argument);
    }

    /// <summary>A label must be a class index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Label(int label, int classes, string argument)
    {
        if ((uint)label >= (uint)classes)
            ThrowLabel(label, classes, argument);
    }

    /// <summary>Every label must be a class index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One isn't; the message names its position.</exception>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Labels(ReadOnlySpan<int> labels, int classes, string argument)
    {
        // Negative labels are large unsigned numbers. The widest vectors of the machine: a maximum has no rounding to differ by.
        ref uint first = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(labels));
        var most = Vector<uint>.Zero;
        int i = 0;
        for (; i <= labels.Length - Vector<uint>.Count; i += Vector<uint>.Count)
            most = Vector.Max(most, Vector.LoadUnsafe(ref first, (nuint)i));
        uint worst = 0;
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
            worst = Math.Max(worst, most[lane]);
        for (; i < labels.Length; i++)
            worst = Math.Max(worst, Unsafe.Add(ref first, i));
        if (worst >= (uint)classes)
            ThrowLabels(labels, classes, argument);
    }

    /// <summary>A span that is written must share no memory with one that is read.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disjoint<T>(ReadOnlySpan<T> written, ReadOnlySpan<T> read, string argument, string other)
    {
        if (written.Overlaps(read))
            ThrowOverlap(argument, other);
    }

    [DoesNotReturn]
    private static void ThrowLength(int actual, int expected, string argument) =>
        throw new ArgumentException($"Expected {expected} values, got {actual}.", argument);

    [DoesNotReturn]
    private static void ThrowMultiple(int length, int size, string argument) =>
        throw new ArgumentException($"Expected whole samples of {size} values each, got {length} values.", argument);

    [DoesNotReturn]
    private static void ThrowEmpty(int size, string argument) =>
        throw new ArgumentException($"Expected at least one sample of {size} values, got an empty batch.", argument);

    [DoesNotReturn]
    private static void ThrowSamples(int length, int size, int count, string argument) =>
        throw new ArgumentException($"Expected {(long)count * size} values ({count} samples of {size}), got {length}.", argument);

    [DoesNotReturn]
    private static void ThrowLabel(int label, int classes, string argument) =>
        throw new ArgumentOutOfRangeException(argument, label, $"Expected a label from 0 to {classes - 1}, got {label}.");

    [DoesNotReturn]
    private static void ThrowLabels(ReadOnlySpan<int> labels, int classes, string argument)
    {
        int position = 0;
        while ((uint)labels[position] < (uint)classes)
            position++;
        throw new ArgumentOutOfRangeException(
            argument, labels[position], $"Expected labels from 0 to {classes - 1}, got {labels[position]} at position {position}.");
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string argument, string other) =>
        throw new ArgumentException($"Expected memory of its own, but it overlaps {other}.", argument);
}
