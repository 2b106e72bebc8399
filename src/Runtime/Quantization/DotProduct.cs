using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Quantization;

/// <summary>The dot product of 8-bit numbers in 32 bits. It is exact, so that vectors of any width give the same.</summary>
internal static class DotProduct
{
    /// <summary>Σ x·w.</summary>
    /// <param name="x">[length], at most 65,536.</param>
    /// <param name="w">[length], from −127: two products then fit into 16 bits together.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ReadOnlySpan<sbyte> x, ReadOnlySpan<sbyte> w)
    {
        ref sbyte firstX = ref MemoryMarshal.GetReference(x), firstW = ref MemoryMarshal.GetReference(w);
        int length = w.Length, i = 0, sum = 0;
        if (length >= Vector<sbyte>.Count)
        {
            var sums = Vector<int>.Zero;
            for (; i <= length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
            {
                Vector.Widen(Vector.LoadUnsafe(ref firstX, (nuint)i), out var lowX, out var highX);
                Vector.Widen(Vector.LoadUnsafe(ref firstW, (nuint)i), out var lowW, out var highW);
                Vector.Widen((lowX * lowW) + (highX * highW), out var low, out var high);
                sums += low + high;
            }

            sum = Vector.Sum(sums);
        }

        for (; i < length; i++)
            sum += Unsafe.Add(ref firstX, i) * Unsafe.Add(ref firstW, i);
        return sum;
    }
}
