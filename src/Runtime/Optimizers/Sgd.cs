using System.Numerics;
using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>Stochastic gradient descent: <c>p −= η·(g + L2·p)</c>, with L2 on the weights only.</summary>
/// <example><code>
/// var sgd = new Sgd&lt;float&gt; { LearningRate = 0.01f, L2 = 0.01f };
/// float loss = network.TrainBatch(inputs, labels, sgd);
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T, SgdRule<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>For a network of any size.</summary>
    /// <remarks>Not inlined: the JIT would compile it again, with the training loop that stands behind it, while that runs.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Sgd()
    {
    }

    /// <summary>d in ηₜ = η / (1 + d·t), the rate after t steps. Default: 0, a constant rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at least 0.</exception>
    public T LearningRateDecay
    {
        get;
        set => field = Setting.NotNegative(value, nameof(LearningRateDecay), "A decay");
    }

    /// <summary>The rate that the next step will use.</summary>
    public T CurrentLearningRate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => LearningRateDecay == T.Zero ? LearningRate : FallenRate();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T FallenRate() => LearningRate / (T.One + LearningRateDecay * T.CreateChecked(StepCount));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override SgdRule<T> CreateRule() => new(CurrentLearningRate);
}

/// <summary>The element-wise rule of <see cref="Sgd{T}"/>.</summary>
/// <param name="learningRate">The rate of this step.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SgdRule<T>(T learningRate) : IUpdateRule<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int StateCount => 0;

    /// <inheritdoc/>
    public static bool DecaysWeights => false;

    /// <inheritdoc/>
    public T WeightDecay => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T> =>
        V.Fma(-V.Broadcast(learningRate), gradient, parameter);
}
