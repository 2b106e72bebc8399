using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Contract;

/// <summary>Spans that overlap where that is allowed. Where it is refused, <see cref="BadInputTests"/> checks it.</summary>
public class OverlapTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Forward_may_write_over_its_input(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(61);
            var samples = new Samples<T>(info, 1, 62);
            var expected = new T[info.OutputSize];
            network.Forward(samples.Inputs, expected);

            for (int shift = -info.OutputSize + 1; shift < info.InputSize; shift++)
            {
                // The input starts at 100, the output anywhere around it.
                var memory = new T[300];
                samples.Inputs.CopyTo(memory.AsSpan(100));
                network.Forward(memory.AsSpan(100, info.InputSize), memory.AsSpan(100 + shift, info.OutputSize));
                Bits.AssertEqual<T>(expected, memory.AsSpan(100 + shift, info.OutputSize), $"output shifted by {shift}");
            }
        }
    }

    /// <summary>Training on the network's own parameters is odd but well defined: they are read before they are changed.</summary>
    [Fact]
    public void Arguments_that_are_only_read_may_be_the_parameters()
    {
        Shapes.Tiny network = new(7), copy = new(7);
        float[] input = copy.Parameters[..2].ToArray();
        float loss = copy.TrainStep(input, 1, 0.5f);
        Bits.AssertEqual(loss, network.TrainStep(network.Parameters[..2], 1, 0.5f), "loss");
        Bits.AssertEqual<float>(copy.Parameters, network.Parameters, "parameter");

        copy.Update(copy.Parameters.ToArray(), 0.5f);
        network.Update(network.Parameters, 0.5f);
        Bits.AssertEqual<float>(copy.Parameters, network.Parameters, "parameter");
    }
}
