using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>The checks at the public entries of generated code. Each throws before anything has been written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Guard
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

    /// <summary>An optimizer is not null.</summary>
    /// <returns>The optimizer.</returns>
    /// <exception cref="ArgumentNullException">It is.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Optimizer<T, TRule> Optimizer<T, TRule>(Optimizer<T, TRule>? optimizer, string argument)
        where T : unmanaged
        where TRule : struct, IUpdateRule<T> =>
        optimizer ?? throw NoOptimizer(argument);

    /// <summary>A degree of parallelism is at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    public static void Degree(int degree, string argument)
    {
        if (degree < 1)
            throw new ArgumentOutOfRangeException(argument, degree, $"Expected at least 1 thread, got {degree}.");
    }

    /// <summary>A span that is written must share no memory with one that is read.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disjoint<T>(ReadOnlySpan<T> written, ReadOnlySpan<T> read, string argument, string other)
    {
        if (written.Overlaps(read))
            ThrowOverlap(argument, other);
    }

#if !NETSTANDARD2_0
    /// <summary>A span that is written must share no memory with the networks that are run.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void Apart<T, TNetwork>(Span<T> written, ReadOnlySpan<TNetwork> networks, string argument, string other)
        where T : unmanaged
        where TNetwork : struct
    {
        if (Inside.IsPart<T, TNetwork>(written, networks))
            ThrowOverlap(argument, other);
    }
#endif

    /// <summary>What an exception says, without the name of the parameter: for whoever did not call that method.</summary>
    public static string Reason(ArgumentException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        int end = exception.Message.IndexOf($" (Parameter '{exception.ParamName}')", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }

    private static ArgumentNullException NoOptimizer(string argument) => new(argument);

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
