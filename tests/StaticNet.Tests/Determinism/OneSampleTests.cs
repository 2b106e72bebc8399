using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Determinism;

/// <summary>One sample on its own gets the bits that it gets in a batch; in networks with units in lanes, which split its sums, nearly so.</summary>
public class OneSampleTests
{
    /// <summary>Past this many parameters, units are in lanes.</summary>
    private const int SamplesInLanes = 1024;

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Outputs_have_the_bits_of_a_batch(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info, 1e-13);
        else
            Check<float>(info, 1e-5);
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Loss_and_gradient_are_those_of_a_batch_of_one(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            CheckGradient<double>(info, 1e-13);
        else
            CheckGradient<float>(info, 1e-5);
    }

    private static void CheckGradient<T>(NetworkCase info, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = info.CreateRandom<T>(83);
        var samples = new Samples<T>(info, 1, 84);
        T[] one = new T[network.ParameterCount], batch = new T[network.ParameterCount];
        T loss = network.Backward(samples.Inputs, samples.Targets, one), batchLoss = network.BackwardBatch(samples.Inputs, samples.Targets, batch);
        if (network.ParameterCount <= SamplesInLanes)
        {
            Bits.AssertEqual(batchLoss, loss, "loss");
            // Equal numbers have equal bits, but for 0 and −0: a product may be −0, a sum that starts at 0 is not.
            Assert.Equal(batch, one);
            return;
        }

        AssertClose([batchLoss], [loss], tolerance);
        AssertClose(batch, one, tolerance);
    }

    private static void AssertClose<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double scale = 1;
        foreach (T value in expected)
            scale = Math.Max(scale, Math.Abs(double.CreateChecked(value)));
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(double.CreateChecked(expected[i]), double.CreateChecked(actual[i]), tolerance * scale);
    }

    private static void Check<T>(NetworkCase info, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Count = 37;
        var network = info.CreateRandom<T>(81);
        var samples = new Samples<T>(info, Count, 82);
        var batch = new T[Count * info.OutputSize];
        network.ForwardBatch(samples.Inputs, batch);

        var output = new T[info.OutputSize];
        for (int i = 0; i < Count; i++)
        {
            network.Forward(samples.Inputs.AsSpan(i * info.InputSize, info.InputSize), output);
            var expected = batch.AsSpan(i * info.OutputSize, info.OutputSize);
            if (network.ParameterCount <= SamplesInLanes)
            {
                Bits.AssertEqual<T>(expected, output, $"output of sample {i}");
                continue;
            }

            AssertClose<T>(expected, output, tolerance);
        }
    }
}
