using System.Numerics;
using System.Runtime.InteropServices;

namespace StaticNet.Tests.Networks;

/// <summary>Comparisons without any tolerance.</summary>
public static class Bits
{
    /// <summary>The same bits in the same order.</summary>
    public static void AssertEqual<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
            return;
        for (int i = 0; i < expected.Length; i++)
            if (!MemoryMarshal.AsBytes(expected.Slice(i, 1)).SequenceEqual(MemoryMarshal.AsBytes(actual.Slice(i, 1))))
                Assert.Fail($"{what}[{i}] should be {expected[i]:R}, was {actual[i]:R}.");
    }

    /// <inheritdoc cref="AssertEqual{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, string)"/>
    public static void AssertEqual<T>(T expected, T actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AssertEqual<T>([expected], [actual], what);
}
