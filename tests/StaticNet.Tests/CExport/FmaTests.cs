using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Tests.CExport;

/// <summary>The fused multiply-add that a header brings along rounds once, as the processor's does.</summary>
public class FmaTests
{
    private const int Count = 400_000;

    [Fact]
    public void Single_is_rounded_once() => Check<float>(MathF.FusedMultiplyAdd, "float");

    [Fact]
    public void Double_is_rounded_once() => Check<double>(Math.FusedMultiplyAdd, "double");

    private static void Check<T>(Func<T, T, T, T> fma, string number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var folder = new TemporaryFolder();
        using (var header = File.CreateText(folder.File("net.h")))
            new NetworkModel<T>(new([1, 1], [Activation.Identity], LossFunction.MeanSquaredError)).ExportC(header, new() { Name = "net" });
        File.WriteAllText(folder.File("main.c"), $$"""
            #include "net.h"
            #include <stdio.h>

            int main(void)
            {
                {{number}} x[3];
                FILE *in = fopen("input", "rb"), *out = fopen("output", "wb");
                while (fread(x, sizeof x, 1, in) == 1) {
                    x[0] = net_fma(x[0], x[1], x[2]);
                    fwrite(x, sizeof x[0], 1, out);
                }
                return fclose(out);
            }
            """);
        T[] triples = Triples<T>();
        File.WriteAllBytes(folder.File("input"), MemoryMarshal.AsBytes(triples.AsSpan()).ToArray());
        Native.Run("gcc", folder.Path, [.. Native.Strict, "-std=c99", "-O2", "main.c", "-o", "main"]);
        Native.Run(folder.File("main"), folder.Path);

        var results = MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(folder.File("output")));
        Assert.Equal(Count, results.Length);
        for (int i = 0; i < Count; i++)
        {
            T a = triples[3 * i], b = triples[3 * i + 1], c = triples[3 * i + 2], expected = fma(a, b, c);
            bool same = T.IsNaN(expected) ? T.IsNaN(results[i]) : results[i] == expected && T.IsNegative(results[i]) == T.IsNegative(expected);
            Assert.True(same, $"{a:R} * {b:R} + {c:R} should be {expected:R}, is {results[i]:R}.");
        }
    }

    /// <summary>
    /// Numbers of any bits, and numbers of few bits, whose sums lie in the middle between two numbers. The addend is of any size, or near the product, which
    /// then cancels, or near half of its last place.
    /// </summary>
    private static T[] Triples<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(7);
        int bits = Unsafe.SizeOf<T>() == 4 ? 24 : 53, range = Unsafe.SizeOf<T>() == 4 ? 150 : 1075;
        var triples = new T[3 * Count];
        for (int i = 0; i < Count; i++)
        {
            T a = Any(), b = Any();
            T c = (i % 4) switch
            {
                0 => Any(),
                1 => -a * b,
                2 => -a * b * (T.One + T.ScaleB(Few(), -random.Next(1, bits))),
                _ => T.ScaleB(a * b * Few(), random.Next(-bits - 3, bits + 3)),
            };
            (triples[3 * i], triples[3 * i + 1], triples[3 * i + 2]) = (a, b, c);
        }

        return triples;

        T Any() => random.Next(5) switch
        {
            0 => Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<int, T>(random.Next() ^ (random.Next() << 1)) : Unsafe.BitCast<long, T>(random.NextInt64() ^ (random.NextInt64() << 1)),
            1 => T.Epsilon * Few(),
            2 => T.ScaleB(Few(), random.Next(-range, range)),
            _ => T.ScaleB(T.CreateTruncating(2 * random.NextDouble() - 1), random.Next(-range / 4, range / 4)),
        };
        T Few() => T.CreateTruncating(random.Next(-8, 9) + (random.Next(2) == 0 ? 0.0 : 0.5));
    }
}
