using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// RMSProp (Tieleman and Hinton, 2012), as PyTorch defines it: <c>v = α·v + (1 − α)·g²</c>, <c>p −= η·g / (√v + ε)</c>. L2 is part of g.
/// </summary>
/// <example><code>
/// var rmsProp = new RmsProp&lt;float&gt;(MoonNet.ParameterCount) { LearningRate = 1e-3f };
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameterCount">The network's <c>ParameterCount</c>; as many numbers are allocated here, none later.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
public sealed class RmsProp<T>(int parameterCount) : Optimizer<T, RmsPropRule<T>>(parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>α, the share of the mean squared gradient that is kept in a step. Default: 0.99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Alpha
    {
        get;
        set => field = Setting.Decay(value, nameof(Alpha));
    } = T.CreateChecked(0.99);

    /// <summary>ε, which keeps the quotient finite where the gradient has always been 0. Default: 10⁻⁸.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T Epsilon
    {
        get;
        set => field = Setting.Positive(value, nameof(Epsilon), "An epsilon");
    } = T.CreateChecked(1e-8);

    /// <inheritdoc/>
    protected override RmsPropRule<T> CreateRule() => new(LearningRate, Alpha, T.One - Alpha, Epsilon);
}

/// <summary>The element-wise rule of <see cref="RmsProp{T}"/>.</summary>
/// <param name="learningRate">η</param>
/// <param name="alpha">α</param>
/// <param name="squareShare">1 − α</param>
/// <param name="epsilon">ε</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct RmsPropRule<T>(T learningRate, T alpha, T squareShare, T epsilon) : IUpdateRule<T>
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
        first = V.Fma(V.Broadcast(squareShare) * gradient, gradient, V.Broadcast(alpha) * first);
        return V.Fma(-V.Broadcast(learningRate), gradient / (V.Sqrt(first) + V.Broadcast(epsilon)), parameter);
    }
}
