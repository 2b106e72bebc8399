using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector128 has had since .NET 9, by its names and with its bits.</summary>
internal static class Vector128Operations
{
    extension<T>(Vector128<T>)
        where T : unmanaged
    {
        internal static Vector128<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => typeof(T) == typeof(int) ? Vector128.Create(0, 1, 2, 3).As<int, T>() : Vector128.Create(0L, 1).As<long, T>();
        }
    }

    extension(Vector128)
    {
        /// <summary>Only asked for where there is an instruction; see <see cref="Bits128{T}.Fma"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<float> FusedMultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
            Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.FusedMultiplyAdd(c, a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<double> FusedMultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
            Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.Arm64.FusedMultiplyAdd(c, a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<T> CopySign<T>(Vector128<T> magnitude, Vector128<T> sign)
            where T : unmanaged =>
            typeof(T) == typeof(float)
                ? Vector128.ConditionalSelect(Vector128.Create(-0f).As<float, T>(), sign, magnitude)
                : Vector128.ConditionalSelect(Vector128.Create(-0.0).As<double, T>(), sign, magnitude);

        /// <summary>Ties to even. Without an instruction: numbers up to 2²³ lose their fraction when 2²³ is added; larger ones have none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<float> Round(Vector128<float> a)
        {
            if (Sse41.IsSupported)
                return Sse41.RoundToNearestInteger(a);
            if (AdvSimd.IsSupported)
                return AdvSimd.RoundToNearest(a);
            var (size, whole) = (Vector128.Abs(a), Vector128.Create(8388608f));
            var rounded = CopySign(size + whole - whole, a);
            return Vector128.ConditionalSelect(Vector128.LessThan(size, whole), rounded, a);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector128<double> Round(Vector128<double> a)
        {
            if (Sse41.IsSupported)
                return Sse41.RoundToNearestInteger(a);
            if (AdvSimd.Arm64.IsSupported)
                return AdvSimd.Arm64.RoundToNearest(a);
            var (size, whole) = (Vector128.Abs(a), Vector128.Create(4503599627370496.0));
            var rounded = CopySign(size + whole - whole, a);
            return Vector128.ConditionalSelect(Vector128.LessThan(size, whole), rounded, a);
        }
    }
}
