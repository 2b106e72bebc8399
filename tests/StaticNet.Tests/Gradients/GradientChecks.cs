using System.Numerics;
using StaticNet.Lanes;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Gradients;

/// <summary>The checks that every form of a gradient method has in common.</summary>
internal static class GradientChecks
{
    /// <summary>Loss, gradient and fused step against the expected numbers; the network is left as it was.</summary>
    /// <param name="network">Whose methods the delegates call.</param>
    /// <param name="expected">From the reference, with the size of the numbers that made them.</param>
    /// <param name="gradient">Where <paramref name="backward"/> writes.</param>
    /// <param name="loss">The method that computes the loss only.</param>
    /// <param name="backward">The method that computes loss and gradient.</param>
    /// <param name="train">The method that takes a step of plain gradient descent at a rate.</param>
    public static void One<T>(
        INetwork<T> network, (double Loss, double[] Gradient, double Scale) expected, Guarded<T> gradient, Func<T> loss, Func<T> backward, Func<T, T> train)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Near.Assert(expected.Loss, loss(), expected.Scale, "loss");
        Near.Assert(expected.Loss, backward(), expected.Scale, "loss beside the gradient");
        Near.Assert<T>(expected.Gradient, gradient.Span, expected.Scale, "gradient");
        gradient.AssertIntact();

        // The gradient again, from how far a step moves the parameters.
        T[] before = network.Parameters.ToArray();
        T rate = T.One / T.CreateChecked(8);
        Near.Assert(expected.Loss, train(rate), expected.Scale, "loss before the step");
        var moved = new T[before.Length];
        for (int i = 0; i < before.Length; i++)
            moved[i] = (before[i] - network.Parameters[i]) / rate;
        Near.Assert<T>(expected.Gradient, moved, expected.Scale, "gradient by the step");
        before.CopyTo(network.Parameters);
    }
}

/// <summary>Plain gradient descent as a user's own optimizer: what the library asks of one.</summary>
internal sealed class PlainDescent<T>(T rate) : Optimizer<T, PlainDescentRule<T>>
    where T : unmanaged
{
    protected override PlainDescentRule<T> CreateRule() => new(rate);
}

internal readonly struct PlainDescentRule<T>(T rate) : IUpdateRule<T>
    where T : unmanaged
{
    public static int StateCount => 0;

    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T> =>
        parameter - V.Broadcast(rate) * gradient;
}
