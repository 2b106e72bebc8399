using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>What a matrix product needs to know beside its three matrices. Strides are in elements.</summary>
/// <param name="aStride">From one row of a to the next.</param>
/// <param name="aStep">From one step of the sums to the next, in a.</param>
/// <param name="bStride">From one step of the sums to the next, in b.</param>
/// <param name="cStride">From one row of c to the next.</param>
/// <param name="steps">Products in a sum.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Operands(int aStride, int aStep, int bStride, int cStride, int steps)
{
    /// <summary>From one row of a to the next.</summary>
    public readonly nint AStride = aStride;

    /// <summary>From one step of the sums to the next, in a.</summary>
    public readonly nint AStep = aStep;

    /// <summary>From one step of the sums to the next, in b.</summary>
    public readonly nint BStride = bStride;

    /// <summary>From one row of c to the next.</summary>
    public readonly nint CStride = cStride;

    /// <summary>Products in a sum.</summary>
    public readonly int Steps = steps;
}
