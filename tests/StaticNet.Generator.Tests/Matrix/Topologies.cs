using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Matrix;

/// <summary>Sets of networks whose texts, together, contain everything that the generator can write.</summary>
internal static class Topologies
{
    /// <summary>A few of every shape: unrolled, looped, scratch on the stack and not, labels and not.</summary>
    public static readonly NetworkCase[] Representative =
    [
        new(2, [3], [Activation.Tanh], 2, Activation.Softmax, LossFunction.CrossEntropy),
        new(3, [], [], 1, Activation.Identity, LossFunction.Huber, Reduction.Sum, Precision.Double),
        new(9, [17, 6], [Activation.Gelu, Activation.Elu], 7, Activation.Sigmoid, LossFunction.BinaryCrossEntropy, Reduction.Sum),
        new(1, [1], [Activation.Identity], 5, Activation.Softmax, LossFunction.MeanAbsoluteError, Precision: Precision.Double),
        new(300, [200], [Activation.Relu], 10, Activation.Softmax, LossFunction.CrossEntropy),
        new(2, [3], [Activation.Tanh], 2, Activation.Softmax, LossFunction.CrossEntropy, Dropouts: [0.5]),
        new(9, [17, 6], [Activation.Gelu, Activation.Elu], 1, Activation.Identity, LossFunction.Huber, Precision: Precision.Double, Dropouts: [0, 1e-5]),
        new(300, [200, 50], [Activation.Relu, Activation.Silu], 10, Activation.Softmax, LossFunction.CrossEntropy, Dropouts: [0.1, 0.25]),
    ];

    /// <summary>Every output activation with every loss that fits, in both precisions, behind every hidden activation in turn.</summary>
    public static IEnumerable<NetworkCase> Everything()
    {
        int turn = 0;
        foreach (var precision in Enum.GetValues<Precision>())
        {
            foreach (int output in new[] { 1, 3, 6 })
            {
                foreach (var activation in NetworkCase.OutputsOf(output))
                {
                    foreach (var loss in NetworkCase.LossesOf(activation))
                    {
                        var hidden = NetworkCase.AllHidden[turn % NetworkCase.AllHidden.Length];
                        // Spelled out, loops over samples in lanes, units in lanes; another activation at each of them every nine turns.
                        int size = new[] { 2, 13, 400 }[(turn + (turn / NetworkCase.AllHidden.Length)) % 3];
                        yield return new(2 + (turn % 7), [size], [hidden], output, activation, loss, (Reduction)(turn % 2), precision);
                        turn++;
                    }
                }
            }
        }
    }

    public static string Declare(IEnumerable<NetworkCase> networks) =>
        "namespace App;\n" + string.Concat(networks.Select((network, index) => network.Declare($"Net{index}")));
}
