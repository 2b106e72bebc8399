using StaticNet.Functions;
using StaticNet.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>A function of the library in each of its forms.</summary>
internal sealed record LaneFunction<T, TWide>(
    Func<OneLane<T>, OneLane<T>> One, Func<Lanes4x128<T>, Lanes4x128<T>> Narrow, Func<Lanes2x256<T>, Lanes2x256<T>> Middle, Func<TWide, TWide> Wide)
    where T : unmanaged
    where TWide : struct, ILanes<TWide, T>
{
    /// <summary>The function of every value, in 128-bit vectors, which every machine has.</summary>
    public T[] Apply(ReadOnlySpan<T> values)
    {
        var padded = new T[(values.Length + 15) / 16 * 16];
        values.CopyTo(padded);
        for (int i = 0; i < padded.Length; i += Lanes4x128<T>.Count)
            Lanes4x128<T>.Store(Narrow(Lanes4x128<T>.Load(ref padded[0], i)), ref padded[0], i);
        return padded[..values.Length];
    }

    public T Apply(T value) => Apply([value])[0];
}

/// <summary>All functions by name; in namespace order of the library's Functions folder.</summary>
internal static class LaneFunctions
{
    public static Dictionary<string, LaneFunction<float, Lanes1x512Single>> Single { get; } = new()
    {
        ["Exp"] = new(Exp.Single, Exp.Single, Exp.Single, Exp.Single),
        ["Exp, non-positive"] = new(Exp.SingleNonPositive, Exp.SingleNonPositive, Exp.SingleNonPositive, Exp.SingleNonPositive),
        ["Expm1"] = new(Expm1.Single, Expm1.Single, Expm1.Single, Expm1.Single),
        ["Log"] = new(Log.Single, Log.Single, Log.Single, Log.Single),
        ["Log, normal"] = new(Log.SingleNormal, Log.SingleNormal, Log.SingleNormal, Log.SingleNormal),
        ["Log1p"] = new(Log1p.Single, Log1p.Single, Log1p.Single, Log1p.Single),
        ["Tanh"] = new(Tanh.Single, Tanh.Single, Tanh.Single, Tanh.Single),
        ["Sigmoid"] = new(Sigmoid.Single, Sigmoid.Single, Sigmoid.Single, Sigmoid.Single),
        ["Softplus"] = new(Softplus.Single, Softplus.Single, Softplus.Single, Softplus.Single),
        ["Gelu"] = new(Gelu.Single, Gelu.Single, Gelu.Single, Gelu.Single),
        ["Silu"] = new(Silu.Single, Silu.Single, Silu.Single, Silu.Single),
        ["Elu"] = new(Elu.Single, Elu.Single, Elu.Single, Elu.Single),
        ["LeakyRelu"] = new(LeakyRelu.Single, LeakyRelu.Single, LeakyRelu.Single, LeakyRelu.Single),
        ["Relu"] = new(Relu.Single, Relu.Single, Relu.Single, Relu.Single),
        ["Finite"] = new(Finite.Single, Finite.Single, Finite.Single, Finite.Single),
    };

    public static Dictionary<string, LaneFunction<double, Lanes1x512Double>> Double { get; } = new()
    {
        ["Exp"] = new(Exp.Double, Exp.Double, Exp.Double, Exp.Double),
        ["Exp, non-positive"] = new(Exp.DoubleNonPositive, Exp.DoubleNonPositive, Exp.DoubleNonPositive, Exp.DoubleNonPositive),
        ["Expm1"] = new(Expm1.Double, Expm1.Double, Expm1.Double, Expm1.Double),
        ["Log"] = new(Log.Double, Log.Double, Log.Double, Log.Double),
        ["Log, normal"] = new(Log.DoubleNormal, Log.DoubleNormal, Log.DoubleNormal, Log.DoubleNormal),
        ["Log1p"] = new(Log1p.Double, Log1p.Double, Log1p.Double, Log1p.Double),
        ["Tanh"] = new(Tanh.Double, Tanh.Double, Tanh.Double, Tanh.Double),
        ["Sigmoid"] = new(Sigmoid.Double, Sigmoid.Double, Sigmoid.Double, Sigmoid.Double),
        ["Softplus"] = new(Softplus.Double, Softplus.Double, Softplus.Double, Softplus.Double),
        ["Gelu"] = new(Gelu.Double, Gelu.Double, Gelu.Double, Gelu.Double),
        ["Silu"] = new(Silu.Double, Silu.Double, Silu.Double, Silu.Double),
        ["Elu"] = new(Elu.Double, Elu.Double, Elu.Double, Elu.Double),
        ["LeakyRelu"] = new(LeakyRelu.Double, LeakyRelu.Double, LeakyRelu.Double, LeakyRelu.Double),
        ["Relu"] = new(Relu.Double, Relu.Double, Relu.Double, Relu.Double),
        ["Finite"] = new(Finite.Double, Finite.Double, Finite.Double, Finite.Double),
    };

    /// <summary>Derivatives as functions of the pre-activation z: those that take the activation get it from the library's own.</summary>
    public static Dictionary<string, LaneFunction<float, Lanes1x512Single>> SingleDerivatives { get; } = new()
    {
        ["Tanh"] = new(z => Tanh.SingleDerivative(Tanh.Single(z)), z => Tanh.SingleDerivative(Tanh.Single(z)), z => Tanh.SingleDerivative(Tanh.Single(z)), z => Tanh.SingleDerivative(Tanh.Single(z))),
        ["Sigmoid"] = new(z => Sigmoid.SingleDerivative(Sigmoid.Single(z)), z => Sigmoid.SingleDerivative(Sigmoid.Single(z)), z => Sigmoid.SingleDerivative(Sigmoid.Single(z)), z => Sigmoid.SingleDerivative(Sigmoid.Single(z))),
        ["Elu"] = new(z => Elu.SingleDerivative(Elu.Single(z)), z => Elu.SingleDerivative(Elu.Single(z)), z => Elu.SingleDerivative(Elu.Single(z)), z => Elu.SingleDerivative(Elu.Single(z))),
        ["LeakyRelu"] = new(LeakyRelu.SingleDerivative, LeakyRelu.SingleDerivative, LeakyRelu.SingleDerivative, LeakyRelu.SingleDerivative),
        ["Relu"] = new(Relu.SingleDerivative, Relu.SingleDerivative, Relu.SingleDerivative, Relu.SingleDerivative),
        ["Softplus"] = new(Softplus.SingleDerivative, Softplus.SingleDerivative, Softplus.SingleDerivative, Softplus.SingleDerivative),
        ["Gelu"] = new(Gelu.SingleDerivative, Gelu.SingleDerivative, Gelu.SingleDerivative, Gelu.SingleDerivative),
        ["Silu"] = new(Silu.SingleDerivative, Silu.SingleDerivative, Silu.SingleDerivative, Silu.SingleDerivative),
    };

    /// <inheritdoc cref="SingleDerivatives"/>
    public static Dictionary<string, LaneFunction<double, Lanes1x512Double>> DoubleDerivatives { get; } = new()
    {
        ["Tanh"] = new(z => Tanh.DoubleDerivative(Tanh.Double(z)), z => Tanh.DoubleDerivative(Tanh.Double(z)), z => Tanh.DoubleDerivative(Tanh.Double(z)), z => Tanh.DoubleDerivative(Tanh.Double(z))),
        ["Sigmoid"] = new(z => Sigmoid.DoubleDerivative(Sigmoid.Double(z)), z => Sigmoid.DoubleDerivative(Sigmoid.Double(z)), z => Sigmoid.DoubleDerivative(Sigmoid.Double(z)), z => Sigmoid.DoubleDerivative(Sigmoid.Double(z))),
        ["Elu"] = new(z => Elu.DoubleDerivative(Elu.Double(z)), z => Elu.DoubleDerivative(Elu.Double(z)), z => Elu.DoubleDerivative(Elu.Double(z)), z => Elu.DoubleDerivative(Elu.Double(z))),
        ["LeakyRelu"] = new(LeakyRelu.DoubleDerivative, LeakyRelu.DoubleDerivative, LeakyRelu.DoubleDerivative, LeakyRelu.DoubleDerivative),
        ["Relu"] = new(Relu.DoubleDerivative, Relu.DoubleDerivative, Relu.DoubleDerivative, Relu.DoubleDerivative),
        ["Softplus"] = new(Softplus.DoubleDerivative, Softplus.DoubleDerivative, Softplus.DoubleDerivative, Softplus.DoubleDerivative),
        ["Gelu"] = new(Gelu.DoubleDerivative, Gelu.DoubleDerivative, Gelu.DoubleDerivative, Gelu.DoubleDerivative),
        ["Silu"] = new(Silu.DoubleDerivative, Silu.DoubleDerivative, Silu.DoubleDerivative, Silu.DoubleDerivative),
    };
}
