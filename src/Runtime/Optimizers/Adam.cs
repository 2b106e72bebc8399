using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Adam (Kingma and Ba, 2015), as PyTorch defines it. With gradient g, L2 included, in step t = 1, 2, …:
/// <c>m = β₁·m + (1 − β₁)·g</c>, <c>v = β₂·v + (1 − β₂)·g²</c>, <c>p −= η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)</c>.
/// </summary>
/// <remarks>Its learning rate is 0.001 by default, about how far a parameter moves in a step while its gradient keeps its sign.</remarks>
/// <example><code>
/// var adam = new Adam&lt;float&gt;(MoonNet.ParameterCount) { LearningRate = 1e-3f };
/// float loss = network.TrainBatch(inputs, labels, adam);
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameterCount">The network's <c>ParameterCount</c>; twice as many numbers are allocated here, none later.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
public sealed class Adam<T>(int parameterCount) : AdaptiveMoments<T, AdamRule<T>>(parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override AdamRule<T> CreateRule() => NextMoments();
}

/// <summary>The element-wise rule of <see cref="Adam{T}"/>.</summary>
/// <param name="step">η/(1 − β₁ᵗ)</param>
/// <param name="beta1">β₁</param>
/// <param name="gradientShare">1 − β₁</param>
/// <param name="beta2">β₂</param>
/// <param name="squareShare">1 − β₂</param>
/// <param name="correction">1/√(1 − β₂ᵗ)</param>
/// <param name="epsilon">ε</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct AdamRule<T>(T step, T beta1, T gradientShare, T beta2, T squareShare, T correction, T epsilon) : IUpdateRule<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int StateCount => 2;

    /// <inheritdoc/>
    public static bool DecaysWeights => false;

    /// <inheritdoc/>
    public T WeightDecay => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T>
    {
        first = V.Fma(V.Broadcast(gradientShare), gradient, V.Broadcast(beta1) * first);
        second = V.Fma(V.Broadcast(squareShare) * gradient, gradient, V.Broadcast(beta2) * second);
        V root = V.Fma(V.Sqrt(second), V.Broadcast(correction), V.Broadcast(epsilon));
        return V.Fma(-V.Broadcast(step), first / root, parameter);
    }
}
