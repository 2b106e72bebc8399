using StaticNet.Lanes;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>The optimizer of the documentation, typed from there, trains.</summary>
public class OwnRuleTests
{
    [Fact]
    public void Every_parameter_moves_by_the_rate_and_the_loss_falls()
    {
        var network = new Shapes.Line();
        float[] before = network.Parameters.ToArray(), inputs = [1, 2, 3], targets = [2, 4, 6];
        var optimizer = new SignDescent<float> { LearningRate = 0.125f };
        float first = network.TrainBatch(inputs, targets, optimizer);
        for (int i = 0; i < before.Length; i++)
            Assert.Equal(0.125f, MathF.Abs(network.Parameters[i] - before[i]), 1e-6f);
        for (int step = 0; step < 100; step++)
            network.TrainBatch(inputs, targets, optimizer);
        Assert.True(network.LossBatch(inputs, targets) < first / 10);
    }
}

public sealed class SignDescent<T> : Optimizer<T, SignRule<T>>
    where T : unmanaged
{
    protected override SignRule<T> CreateRule() => new(LearningRate);
}

public readonly struct SignRule<T>(T rate) : IUpdateRule<T>
    where T : unmanaged
{
    public static int StateCount => 0;

    public V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T> =>
        parameter - V.CopySign(V.Broadcast(rate), gradient);
}
