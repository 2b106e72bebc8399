using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;

namespace StaticNet.Lanes;

/// <summary>Operations on single numbers for generated code, with the same bits as in lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scalar
{
    /// <summary><c>a·b + c</c>, rounded once. Exact on machines without the instruction too, but slow there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Fma(float a, float b, float c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported || AdvSimd.IsSupported)
            return MathF.FusedMultiplyAdd(a, b, c);
        return OneLane<float>.Fma(new(a), new(b), new(c)).Value;
    }

    /// <inheritdoc cref="Fma(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Fma(double a, double b, double c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported || AdvSimd.IsSupported)
            return Math.FusedMultiplyAdd(a, b, c);
        return OneLane<double>.Fma(new(a), new(b), new(c)).Value;
    }

    /// <summary><c>a &lt; b ? x : y</c> without a branch, which would be guessed wrong for every other sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SelectLess(float a, float b, float x, float y) =>
        OneLane<float>.Select(OneLane<float>.LessThan(new(a), new(b)), new(x), new(y)).Value;

    /// <inheritdoc cref="SelectLess(float, float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SelectLess(double a, double b, double x, double y) =>
        OneLane<double>.Select(OneLane<double>.LessThan(new(a), new(b)), new(x), new(y)).Value;

    /// <summary>1 for the class of the label, 0 for others; without a branch, which would be guessed wrong for every other sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float OneIf(int label, int output)
    {
        bool same = label == output;
        return Unsafe.As<bool, byte>(ref same);
    }
}
