using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>
/// Which form of the lanes a kernel runs in. The JIT folds the hardware's part of the answer; results have the same bits in
/// every form.
/// </summary>
public static class VectorWidth
{
    /// <summary>The widest form that may be chosen, in bits. Tests and benchmarks lower it to reach the narrower forms.</summary>
    internal static int Limit { get; set; } = 512;

    /// <summary>Whether kernels run in <see cref="Lanes1x512Single"/> or <see cref="Lanes1x512Double"/>.</summary>
    public static bool Is512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Limit >= 512;
    }

    /// <summary>Whether kernels run in <see cref="Lanes2x256{T}"/>, where not in vectors of 512 bits.</summary>
    public static bool Is256
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated && Limit >= 256;
    }
}
