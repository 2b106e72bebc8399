using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector512 has had since .NET 9, by its names and with its bits.</summary>
internal static class Vector512Operations
{
    extension<T>(Vector512<T>)
        where T : unmanaged
    {
        internal static Vector512<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => typeof(T) == typeof(int)
                ? Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15).As<int, T>()
                : Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7).As<long, T>();
        }
    }

    extension(Vector512)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<int> CreateSequence(int start, int step) => Vector512.Create(start) + Vector512<int>.Indices * step;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<long> CreateSequence(long start, long step) => Vector512.Create(start) + Vector512<long>.Indices * step;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<float> FusedMultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a, b, c)
            : Vector512.Create(Bits256<float>.Fma(a.GetLower(), b.GetLower(), c.GetLower()), Bits256<float>.Fma(a.GetUpper(), b.GetUpper(), c.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<double> FusedMultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a, b, c)
            : Vector512.Create(Bits256<double>.Fma(a.GetLower(), b.GetLower(), c.GetLower()), Bits256<double>.Fma(a.GetUpper(), b.GetUpper(), c.GetUpper()));

        /// <summary>The control byte asks for no digits behind the point, and ties to even.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<float> Round(Vector512<float> a) => Avx512F.IsSupported
            ? Avx512F.RoundScale(a, 0)
            : Vector512.Create(Vector256.Round(a.GetLower()), Vector256.Round(a.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector512<double> Round(Vector512<double> a) => Avx512F.IsSupported
            ? Avx512F.RoundScale(a, 0)
            : Vector512.Create(Vector256.Round(a.GetLower()), Vector256.Round(a.GetUpper()));
    }
}
