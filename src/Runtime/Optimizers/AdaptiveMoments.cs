using System.Numerics;

namespace StaticNet;

/// <summary>What <see cref="Adam{T}"/> and <see cref="AdamW{T}"/> have in common: means of the gradient and of its square, and their corrections.</summary>
/// <remarks>
/// β₁ᵗ and β₂ᵗ are running products, one multiplication a step, so that they have the same bits on every machine; a library's power
/// function has not.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TRule">The element-wise rule.</typeparam>
public abstract class AdaptiveMoments<T, TRule> : Optimizer<T, TRule>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRule : struct, IUpdateRule<T>
{
    private protected AdaptiveMoments(int parameterCount)
        : base(parameterCount, scalarCount: 2)
    {
        LearningRate = T.CreateChecked(0.001);
        Scalars.Fill(1);
    }

    /// <summary>β₁, the share of the mean gradient that is kept in a step. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Beta1
    {
        get;
        set => field = Setting.Decay(value, nameof(Beta1));
    } = T.CreateChecked(0.9);

    /// <summary>β₂, the share of the mean squared gradient that is kept in a step. Default: 0.999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within [0, 1).</exception>
    public T Beta2
    {
        get;
        set => field = Setting.Decay(value, nameof(Beta2));
    } = T.CreateChecked(0.999);

    /// <summary>ε, which keeps the quotient finite where the gradient has always been 0. Default: 10⁻⁸.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T Epsilon
    {
        get;
        set => field = Setting.Positive(value, nameof(Epsilon), "An epsilon");
    } = T.CreateChecked(1e-8);

    /// <summary>The rule of the next step, for which the products are moved on.</summary>
    private protected AdamRule<T> NextMoments()
    {
        double beta1Power = Scalars[0] *= double.CreateChecked(Beta1);
        double beta2Power = Scalars[1] *= double.CreateChecked(Beta2);
        T step = T.CreateChecked(double.CreateChecked(LearningRate) / (1 - beta1Power));
        T correction = T.CreateChecked(1 / Math.Sqrt(1 - beta2Power));
        return new AdamRule<T>(step, Beta1, T.One - Beta1, Beta2, T.One - Beta2, correction, Epsilon);
    }
}
