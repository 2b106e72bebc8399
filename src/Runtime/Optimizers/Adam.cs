using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Adam (Kingma and Ba, 2015), as PyTorch defines it. With gradient g, L2 included, in step t = 1, 2, …:
/// <c>m = β₁·m + (1 − β₁)·g</c>, <c>v = β₂·v + (1 − β₂)·g²</c>, <c>p −= η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)</c>.
/// </summary>
/// <remarks>
/// β₁ᵗ and β₂ᵗ are running products, one multiplication a step, so that they have the same bits on every machine; a library's power
/// function has not.
/// </remarks>
/// <example><code>
/// var adam = new Adam&lt;float&gt;(MoonNet.ParameterCount) { LearningRate = 1e-3f };
/// float loss = network.TrainBatch(inputs, labels, adam);
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="parameterCount">The network's <c>ParameterCount</c>; twice as many numbers are allocated here, none later.</param>
/// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
public sealed class Adam<T>(int parameterCount) : Optimizer<T, AdamRule<T>>(parameterCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double _beta1Power = 1, _beta2Power = 1;

    /// <summary>η, the size of a step: about how far a parameter moves while its gradient keeps its sign. Default: 0.001.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at least 0.</exception>
    public T LearningRate
    {
        get;
        set => field = T.IsFinite(value) && value >= T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "A learning rate is a finite number of at least 0.");
    } = T.CreateChecked(0.001);

    /// <summary>β₁, the share of the mean gradient that is kept in a step. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Beta1
    {
        get;
        set => field = Decay(value, nameof(Beta1));
    } = T.CreateChecked(0.9);

    /// <summary>β₂, the share of the mean squared gradient that is kept in a step. Default: 0.999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Beta2
    {
        get;
        set => field = Decay(value, nameof(Beta2));
    } = T.CreateChecked(0.999);

    /// <summary>ε, which keeps the quotient finite where the gradient has always been 0. Default: 10⁻⁸.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T Epsilon
    {
        get;
        set => field = T.IsFinite(value) && value > T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "An epsilon is a finite number greater than 0.");
    } = T.CreateChecked(1e-8);

    /// <inheritdoc/>
    protected override AdamRule<T> CreateRule()
    {
        _beta1Power *= double.CreateChecked(Beta1);
        _beta2Power *= double.CreateChecked(Beta2);
        T step = T.CreateChecked(double.CreateChecked(LearningRate) / (1 - _beta1Power));
        T correction = T.CreateChecked(1 / Math.Sqrt(1 - _beta2Power));
        return new AdamRule<T>(step, Beta1, T.One - Beta1, Beta2, T.One - Beta2, correction, Epsilon);
    }

    private static T Decay(T value, string name) => value >= T.Zero && value < T.One
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A decay rate is a number of at least 0 and less than 1.");
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
