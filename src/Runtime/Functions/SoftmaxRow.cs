using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Softmax of one sample whose logits lie side by side, a vector of them at a time. Called by generated code.</summary>
/// <remarks>The exponentials are added one after the other, as batches add them: the bits are the same.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxRow
{
    /// <summary><c>yⱼ = eᶻʲ / Σ eᶻ</c>, in place.</summary>
    /// <param name="z">[units], with room behind for whole vectors.</param>
    /// <param name="units">The number of classes.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Single<U>(ref float z, int units)
        where U : struct, ILanes<U, float>
    {
        OneLane<float> most = new(z);
        for (int j = 1; j < units; j++)
            most = OneLane<float>.Max(most, new(Unsafe.Add(ref z, j)));

        // Shifted by the largest, no exponential overflows and one of them is 1.
        U largest = U.Broadcast(Finite.SingleLogit(most).Value);
        for (int j = 0; j < units; j += U.Count)
            U.Store(Exp.SingleNonPositive(Finite.SingleLogit(U.Load(ref z, j)) - largest), ref z, j);
        float sum = 0;
        // The cast is for runtimes that compute floats in double.
        for (int j = 0; j < units; j++)
            sum = (float)(sum + Unsafe.Add(ref z, j));
        U share = U.Broadcast(1 / sum);
        for (int j = 0; j < units; j += U.Count)
            U.Store(U.Load(ref z, j) * share, ref z, j);
    }

    /// <inheritdoc cref="Single"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Double<U>(ref double z, int units)
        where U : struct, ILanes<U, double>
    {
        OneLane<double> most = new(z);
        for (int j = 1; j < units; j++)
            most = OneLane<double>.Max(most, new(Unsafe.Add(ref z, j)));

        U largest = U.Broadcast(Finite.DoubleLogit(most).Value);
        for (int j = 0; j < units; j += U.Count)
            U.Store(Exp.DoubleNonPositive(Finite.DoubleLogit(U.Load(ref z, j)) - largest), ref z, j);
        double sum = 0;
        for (int j = 0; j < units; j++)
            sum += Unsafe.Add(ref z, j);
        U share = U.Broadcast(1 / sum);
        for (int j = 0; j < units; j += U.Count)
            U.Store(U.Load(ref z, j) * share, ref z, j);
    }
}
