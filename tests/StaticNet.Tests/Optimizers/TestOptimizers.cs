using StaticNet.Lanes;

namespace StaticNet.Tests.Optimizers;

/// <summary>A user's optimizer that remembers one number a parameter: a sum of gradients, and steps along it.</summary>
internal sealed class Accumulating<T>(int parameterCount, T rate) : Optimizer<T, AccumulatingRule<T>>(parameterCount)
    where T : unmanaged
{
    protected override AccumulatingRule<T> CreateRule() => new(rate);
}

internal readonly struct AccumulatingRule<T>(T rate) : IUpdateRule<T>
    where T : unmanaged
{
    public static int StateCount => 1;

    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T>
    {
        first += gradient;
        return parameter - V.Broadcast(rate) * first;
    }
}

/// <summary>One that remembers two: a sum of gradients and a sum of their squares.</summary>
internal sealed class Normalising<T>(int parameterCount, T rate) : Optimizer<T, NormalisingRule<T>>(parameterCount)
    where T : unmanaged
{
    protected override NormalisingRule<T> CreateRule() => new(rate);
}

internal readonly struct NormalisingRule<T>(T rate) : IUpdateRule<T>
    where T : unmanaged
{
    public static int StateCount => 2;

    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T>
    {
        first += gradient;
        second += gradient * gradient;
        return parameter - V.Broadcast(rate) * first / (V.Sqrt(second) + V.One);
    }
}

/// <summary>One that forgets to say for how many parameters.</summary>
internal sealed class Forgetful : Optimizer<float, AccumulatingRule<float>>
{
    protected override AccumulatingRule<float> CreateRule() => default;
}
