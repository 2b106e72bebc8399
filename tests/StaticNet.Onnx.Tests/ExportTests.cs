using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using StaticNet.Tests.Networks;

namespace StaticNet.Onnx.Tests;

/// <summary>What is written runs in ONNX Runtime, computes what <c>Forward</c> does, and comes back to the bit.</summary>
public class ExportTests
{
    public static TheoryData<Activation, bool> Activations =>
        [.. Enum.GetValues<Activation>().SelectMany(activation => new[] { (activation, false), (activation, true) })];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_in_every_place(Activation activation, bool isDouble)
    {
        if (isDouble)
            Check<double>(activation);
        else
            Check<float>(activation);

        static void Check<T>(Activation activation)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CheckNetwork(Models.Random<T>(1, [5, 7], [activation]));
            CheckNetwork(Models.Random<T>(2, [5, 17, 7], [Activation.Identity, activation]));
            if (activation == Activation.Softmax)
                return;
            CheckNetwork(Models.Random<T>(3, [5, 17, 7], [activation, Activation.Identity]));
            CheckNetwork(Models.Random<T>(4, [5, 17, 9, 7], [activation, activation, Activation.Softmax]));
            CheckNetwork(Models.Random<T>(5, [1, 1, 1], [activation, activation]));
        }
    }

    [Fact]
    public void Random_topologies()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            CheckNetwork(Models.RandomTopology<float>(seed));
            CheckNetwork(Models.RandomTopology<double>(seed));
        }
    }

    /// <summary>Far out, where sums are large, and at 0, where formulas cancel.</summary>
    [Theory]
    [MemberData(nameof(Activations))]
    public void Activations_over_their_range(Activation activation, bool isDouble)
    {
        if (isDouble)
            Check<double>(activation);
        else
            Check<float>(activation);

        static void Check<T>(Activation activation)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (!Models.RunsInOnnxRuntime<T>(activation))
                return;
            var network = new NetworkModel<T>(new Topology([2, 2], [activation], Topology.LossOf(activation)));
            // The unit matrix.
            network.Parameters[0] = network.Parameters[3] = T.One;
            using var runtime = new OnnxRuntime(Models.Save(network));
            T[] inputs = [.. Enumerable.Range(-60, 121).SelectMany(i => new[] { Math.Sinh(i / 4.0) / 1000, -i / 3.0 }).Append(1e30).Append(-1e30).Select(T.CreateTruncating)];
            Agreement.AssertNear<T>(Agreement.Outputs(network, inputs), runtime.Run(inputs, inputs.Length / 2, 2));
        }
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Every_generated_network(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            INetwork<T> network = info.CreateRandom<T>(5), loaded = info.Create<T>(6);
            using var stream = new MemoryStream();
            OnnxFile.Save(stream, network);
            stream.Position = 0;
            OnnxFile.Load(stream, loaded);
            Bits.AssertEqual<T>(network.Parameters, loaded.Parameters, "parameter");
            if (!info.Activations.All(Models.RunsInOnnxRuntime<T>))
                return;
            T[] inputs = Agreement.Inputs<T>(new Random(7), 20 * info.InputSize), outputs = new T[20 * info.OutputSize];
            network.ForwardBatch(inputs, outputs);
            using var runtime = new OnnxRuntime(stream.ToArray());
            Agreement.AssertNear<T>(outputs, runtime.Run(inputs, 20, info.InputSize));
        }
    }

    /// <summary>When this fails, ONNX Runtime has learnt it, and docs/onnx.md is out of date.</summary>
    [Fact]
    public void GELU_in_double_is_the_one_thing_that_ONNX_Runtime_lacks()
    {
        var network = Models.Random<double>(1, [2, 3], [Activation.Gelu]);
        var exception = Assert.Throws<OnnxRuntimeException>(() => new OnnxRuntime(Models.Save(network)));
        Assert.Contains("Could not find an implementation for Erf(9) node with name 'layer1/Erf'", exception.Message);
    }

    /// <summary>Into ONNX Runtime, and back into a network.</summary>
    private static void CheckNetwork<T>(NetworkModel<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] bytes = Models.Save(network);
        var read = Models.Read<T>(bytes);
        Assert.Equal(network.Topology, read.Topology);
        Bits.AssertEqual<T>(network.Parameters, read.Parameters, "parameter");
        Assert.Equal(bytes, Models.Save(read));
        if (network.Topology.Activations.All(Models.RunsInOnnxRuntime<T>))
            Agreement.Check(bytes, network);
    }
}
