using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet;

/// <content>Labels, in vectors: for a small network, the check would else take as long as what it is for.</content>
public static partial class Guard
{
    /// <summary>Every label must be a class index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One isn't; the message names its position.</exception>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Labels(ReadOnlySpan<int> labels, int classes, string argument)
    {
        ref int first = ref MemoryMarshal.GetReference(labels);
        int last = classes - 1;
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<int>.Count : Vector<int>.Count;
        int i = labels.Length - labels.Length % lanes;
        bool outside = Vector512.IsHardwareAccelerated ? AnyOutside512(ref first, i, last) : AnyOutside(ref first, i, last);
        for (; i < labels.Length; i++)
            outside |= (uint)Unsafe.Add(ref first, i) > (uint)last;
        if (outside)
            ThrowLabels(labels, classes, argument);
    }

    /// <summary>Whether one of <paramref name="count"/> labels, a multiple of the lanes, is negative or larger than the last class.</summary>
    /// <remarks>The sign bit tells: of the label, or of its distance from the last class. The kernels load the same vectors, so no other type is loaded before the first call.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyOutside512(ref int labels, int count, int last)
    {
        var signs = Vector512<int>.Zero;
        for (int i = 0; i < count; i += Vector512<int>.Count)
        {
            var label = Vector512.LoadUnsafe(ref labels, (nuint)(uint)i);
            signs |= label | (Vector512.Create(last) - label);
        }

        return Vector512.LessThanAny(signs, Vector512<int>.Zero);
    }

    /// <inheritdoc cref="AnyOutside512"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool AnyOutside(ref int labels, int count, int last)
    {
        var signs = Vector<int>.Zero;
        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            var label = Vector.LoadUnsafe(ref labels, (nuint)(uint)i);
            signs |= label | (new Vector<int>(last) - label);
        }

        return Vector.LessThanAny(signs, Vector<int>.Zero);
    }
}
