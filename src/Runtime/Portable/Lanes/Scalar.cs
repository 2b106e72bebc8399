using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Portable.Lanes;

/// <summary>Operations on single numbers for generated code, with the same bits as in lanes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scalar
{
    /// <summary><c>a·b + c</c>, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Fma(float a, float b, float c) => SoftwareFma.Compute(a, b, c);

    /// <inheritdoc cref="Fma(float, float, float)"/>
    public static double Fma(double a, double b, double c) => SoftwareFma.Compute(a, b, c);

    /// <summary><c>a &lt; b ? x : y</c></summary>
    public static float SelectLess(float a, float b, float x, float y) => a < b ? x : y;

    /// <inheritdoc cref="SelectLess(float, float, float, float)"/>
    public static double SelectLess(double a, double b, double x, double y) => a < b ? x : y;

    /// <summary>1 for the class of the label, 0 for others.</summary>
    public static float OneIf(int label, int output) => label == output ? 1 : 0;

    /// <summary>The sign cleared.</summary>
    public static float Abs(float x) => Math.Abs(x);

    /// <inheritdoc cref="Abs(float)"/>
    public static double Abs(double x) => Math.Abs(x);

    /// <summary>The smaller one as IEEE 754 has it: NaN if either is, and −0 is smaller than 0. Older frameworks' own does not tell zeros apart.</summary>
    public static float Min(float a, float b) => (float)Min((double)a, b);

    /// <inheritdoc cref="Min(float, float)"/>
    public static double Min(double a, double b) => a < b || double.IsNaN(a) || (a == b && IsNegative(a)) ? a : b;

    /// <summary>The larger one as IEEE 754 has it: NaN if either is, and 0 is larger than −0.</summary>
    public static float Max(float a, float b) => (float)Max((double)a, b);

    /// <inheritdoc cref="Max(float, float)"/>
    public static double Max(double a, double b) => a > b || double.IsNaN(a) || (a == b && !IsNegative(a)) ? a : b;

    private static bool IsNegative(double x) => BitConverter.DoubleToInt64Bits(x) < 0;
}
