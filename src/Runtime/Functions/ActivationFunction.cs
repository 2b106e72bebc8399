using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>An activation that is known only when the program runs. Generated code names its functions; this is for models from files, and for other forms of a network.</summary>
internal static class ActivationFunction
{
    /// <summary>The activation of a hidden layer: never infinite, since it is multiplied in the next.</summary>
    public static V SingleHidden<V>(Activation activation, V z)
        where V : struct, ILanes<V, float> =>
        IsUnbounded(activation) ? Finite.Single(Single(activation, z)) : Single(activation, z);

    /// <inheritdoc cref="SingleHidden"/>
    public static V DoubleHidden<V>(Activation activation, V z)
        where V : struct, ILanes<V, double> =>
        IsUnbounded(activation) ? Finite.Double(Double(activation, z)) : Double(activation, z);

    /// <summary>Any activation but softmax.</summary>
    public static V Single<V>(Activation activation, V z)
        where V : struct, ILanes<V, float> =>
        activation switch
        {
            Activation.Identity => z,
            Activation.Tanh => Tanh.Single(z),
            Activation.Sigmoid => Sigmoid.Single(z),
            Activation.Relu => Relu.Single(z),
            Activation.LeakyRelu => LeakyRelu.Single(z),
            Activation.Elu => Elu.Single(z),
            Activation.Gelu => Gelu.Single(z),
            Activation.Silu => Silu.Single(z),
            Activation.Softplus => Softplus.Single(z),
            _ => throw new ArgumentOutOfRangeException(nameof(activation)),
        };

    /// <inheritdoc cref="Single"/>
    public static V Double<V>(Activation activation, V z)
        where V : struct, ILanes<V, double> =>
        activation switch
        {
            Activation.Identity => z,
            Activation.Tanh => Tanh.Double(z),
            Activation.Sigmoid => Sigmoid.Double(z),
            Activation.Relu => Relu.Double(z),
            Activation.LeakyRelu => LeakyRelu.Double(z),
            Activation.Elu => Elu.Double(z),
            Activation.Gelu => Gelu.Double(z),
            Activation.Silu => Silu.Double(z),
            Activation.Softplus => Softplus.Double(z),
            _ => throw new ArgumentOutOfRangeException(nameof(activation)),
        };

    /// <summary>Whether a hidden layer has to limit it.</summary>
    internal static bool IsUnbounded(Activation activation) => activation is not (Activation.Tanh or Activation.Sigmoid);
}
