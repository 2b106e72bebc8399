using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as PyTorch defines it: weights first shrink by η·λ of themselves, <c>w −= η·λ·w</c>;
/// then all parameters take a step of <see cref="Adam{T}"/>, whose gradient the decay is no part of.
/// </summary>
/// <remarks>Its learning rate is 0.001 by default. Biases do not decay. <see cref="Optimizer{T, TRule}.L2"/> is another thing, and is 0 unless you set it.</remarks>
/// <example><code>
/// var adam = new AdamW&lt;float&gt;(MoonNet.ParameterCount) { LearningRate = 1e-3f, WeightDecay = 0.01f };
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameterCount">The network's <c>ParameterCount</c>; twice as many numbers are allocated here, none later.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
public sealed class AdamW<T>(int parameterCount) : AdaptiveMoments<T, AdamWRule<T>>(parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>λ, the coefficient of the decay. Default: 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at least 0.</exception>
    public T WeightDecay
    {
        get;
        set => field = Setting.NotNegative(value, nameof(WeightDecay), "A weight decay");
    } = T.CreateChecked(0.01);

    /// <inheritdoc/>
    protected override AdamWRule<T> CreateRule() => new(NextMoments(), LearningRate * WeightDecay);
}

/// <summary>The element-wise rule of <see cref="AdamW{T}"/>.</summary>
/// <param name="moments">The step of Adam.</param>
/// <param name="weightDecay">η·λ</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct AdamWRule<T>(AdamRule<T> moments, T weightDecay) : IUpdateRule<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int StateCount => 2;

    /// <inheritdoc/>
    public static bool DecaysWeights => true;

    /// <inheritdoc/>
    public T WeightDecay => weightDecay;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T> =>
        moments.Step(parameter, gradient, ref first, ref second);
}
