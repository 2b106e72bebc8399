using System.Numerics;
using System.Numerics.Tensors;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>Some parameters of a <see cref="TensorNetwork{T}"/>, their gradient and what Adam remembers of it.</summary>
internal sealed class TensorParameters<T>(T[] values, T[] gradient)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _mean = new T[values.Length], _square = new T[values.Length], _scratch = new T[values.Length];

    /// <summary>One step with the published decay rates.</summary>
    /// <param name="step">η/(1 − β₁ᵗ)</param>
    /// <param name="correction">1/√(1 − β₂ᵗ)</param>
    /// <param name="count">What the summed gradient is divided by.</param>
    public void Adam(T step, T correction, T count)
    {
        T beta1 = T.CreateChecked(0.9), beta2 = T.CreateChecked(0.999);
        TensorPrimitives.Divide(gradient, count, gradient);
        TensorPrimitives.Multiply(_mean, beta1, _mean);
        TensorPrimitives.MultiplyAdd(gradient, T.One - beta1, _mean, _mean);
        TensorPrimitives.Multiply(gradient, gradient, gradient);
        TensorPrimitives.Multiply(_square, beta2, _square);
        TensorPrimitives.MultiplyAdd(gradient, T.One - beta2, _square, _square);
        TensorPrimitives.Sqrt(_square, _scratch);
        TensorPrimitives.Multiply(_scratch, correction, _scratch);
        TensorPrimitives.Add(_scratch, T.CreateChecked(1e-8), _scratch);
        TensorPrimitives.Divide(_mean, _scratch, _scratch);
        TensorPrimitives.MultiplyAdd(_scratch, -step, values, values);
    }
}
