using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector256 has had since .NET 9, by its names and with its bits.</summary>
internal static class Vector256Operations
{
    extension<T>(Vector256<T>)
        where T : unmanaged
    {
        internal static Vector256<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => typeof(T) == typeof(int) ? Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7).As<int, T>() : Vector256.Create(0L, 1, 2, 3).As<long, T>();
        }
    }

    extension(Vector256)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<float> FusedMultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Fma.IsSupported
            ? Fma.MultiplyAdd(a, b, c)
            : Vector256.Create(Bits128<float>.Fma(a.GetLower(), b.GetLower(), c.GetLower()), Bits128<float>.Fma(a.GetUpper(), b.GetUpper(), c.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<double> FusedMultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Fma.IsSupported
            ? Fma.MultiplyAdd(a, b, c)
            : Vector256.Create(Bits128<double>.Fma(a.GetLower(), b.GetLower(), c.GetLower()), Bits128<double>.Fma(a.GetUpper(), b.GetUpper(), c.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<T> CopySign<T>(Vector256<T> magnitude, Vector256<T> sign)
            where T : unmanaged =>
            typeof(T) == typeof(float)
                ? Vector256.ConditionalSelect(Vector256.Create(-0f).As<float, T>(), sign, magnitude)
                : Vector256.ConditionalSelect(Vector256.Create(-0.0).As<double, T>(), sign, magnitude);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<float> Round(Vector256<float> a) => Avx.IsSupported
            ? Avx.RoundToNearestInteger(a)
            : Vector256.Create(Vector128.Round(a.GetLower()), Vector128.Round(a.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<double> Round(Vector256<double> a) => Avx.IsSupported
            ? Avx.RoundToNearestInteger(a)
            : Vector256.Create(Vector128.Round(a.GetLower()), Vector128.Round(a.GetUpper()));
    }
}
