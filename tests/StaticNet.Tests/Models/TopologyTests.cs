namespace StaticNet.Tests.Models;

/// <summary>Descriptions of networks: what they count, and what they refuse.</summary>
public class TopologyTests
{
    [Fact]
    public void Counts_are_those_of_the_layers()
    {
        var topology = new Topology([3, 4, 5, 2], [Activation.Relu, Activation.Gelu, Activation.Softmax], LossFunction.CrossEntropy, Reduction.Sum);
        Assert.Equal((3, 2, 3), (topology.InputSize, topology.OutputSize, topology.LayerCount));
        Assert.Equal((16 + 25 + 12, 12 + 20 + 10), (topology.ParameterCount, topology.MultiplyAdds));
        Assert.Equal("3 → 4 relu → 5 gelu → 2 softmax", topology.ToString());
        Assert.True(topology.IsClassifier);
    }

    [Fact]
    public void Equal_where_everything_is_and_computing_alike_where_loss_and_reduction_differ()
    {
        Topology Of(Activation hidden, LossFunction loss = LossFunction.MeanSquaredError, Reduction reduction = Reduction.Mean, int units = 3) =>
            new([2, units, 1], [hidden, Activation.Identity], loss, reduction);
        var topology = Of(Activation.Tanh);
        Assert.Equal(topology, Of(Activation.Tanh));
        Assert.Equal(topology.GetHashCode(), Of(Activation.Tanh).GetHashCode());
        foreach (var other in new[] { Of(Activation.Tanh, LossFunction.Huber), Of(Activation.Tanh, reduction: Reduction.Sum) })
        {
            Assert.NotEqual(topology, other);
            Assert.True(topology.ComputesLike(other));
        }

        foreach (var other in new[] { Of(Activation.Relu), Of(Activation.Tanh, units: 4) })
        {
            Assert.NotEqual(topology, other);
            Assert.False(topology.ComputesLike(other));
        }
    }

    [Fact]
    public void Impossible_networks_are_refused()
    {
        Refused("layerSizes", "got 1 sizes", [2], []);
        Refused("layerSizes", "got 0 at 1", [2, 0], [Activation.Tanh]);
        Refused("layerSizes", "at most 67108864", [int.MaxValue, int.MaxValue], [Activation.Tanh]);
        Refused("activations", "1", [2, 3], [Activation.Tanh, Activation.Tanh]);
        Refused("activations", "in layer 1 of 2", [2, 3, 2], [Activation.Softmax, Activation.Tanh]);
        Refused("activations", "at least two outputs", [2, 1], [Activation.Softmax]);
        Refused("activations", "got 77 at 0", [2, 1], [(Activation)77]);
        Refused("loss", "Tanh; got CrossEntropy", [2, 1], [Activation.Tanh], LossFunction.CrossEntropy);
        Refused("loss", "Softmax; got BinaryCrossEntropy", [2, 2], [Activation.Softmax], LossFunction.BinaryCrossEntropy);
        Refused("reduction", "got 9", [2, 2], [Activation.Tanh], reduction: (Reduction)9);

        static void Refused(string argument, string message, int[] sizes, Activation[] activations, LossFunction loss = LossFunction.MeanSquaredError, Reduction reduction = Reduction.Mean) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(argument, () => new Topology(sizes, activations, loss, reduction)).Message);
    }
}
