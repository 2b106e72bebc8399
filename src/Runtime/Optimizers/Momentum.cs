using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Gradient descent with momentum, as PyTorch defines it (Sutskever and others, 2013): <c>v = μ·v + g</c>, <c>p −= η·v</c>; with Nesterov's
/// look ahead <c>p −= η·(g + μ·v)</c>. L2 is part of g.
/// </summary>
/// <example><code>
/// var momentum = new Momentum&lt;float&gt;(MoonNet.ParameterCount) { LearningRate = 0.01f, Nesterov = true };
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameterCount">The network's <c>ParameterCount</c>; as many numbers are allocated here, none later.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
public sealed class Momentum<T>(int parameterCount) : Optimizer<T, MomentumRule<T>>(parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>μ, the share of the velocity that is kept in a step. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Coefficient
    {
        get;
        set => field = Setting.Decay(value, nameof(Coefficient));
    } = T.CreateChecked(0.9);

    /// <summary>Whether a step looks ahead by another μ·v. Default: false.</summary>
    public bool Nesterov { get; set; }

    /// <inheritdoc/>
    protected override MomentumRule<T> CreateRule() => new(LearningRate, Coefficient, Nesterov);
}

/// <summary>The element-wise rule of <see cref="Momentum{T}"/>.</summary>
/// <param name="learningRate">η</param>
/// <param name="coefficient">μ</param>
/// <param name="nesterov">Whether a step looks ahead.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct MomentumRule<T>(T learningRate, T coefficient, bool nesterov) : IUpdateRule<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int StateCount => 1;

    /// <inheritdoc/>
    public static bool DecaysWeights => false;

    /// <inheritdoc/>
    public T WeightDecay => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T>
    {
        first = V.Fma(V.Broadcast(coefficient), first, gradient);
        V direction = nesterov ? V.Fma(V.Broadcast(coefficient), first, gradient) : first;
        return V.Fma(-V.Broadcast(learningRate), direction, parameter);
    }
}
