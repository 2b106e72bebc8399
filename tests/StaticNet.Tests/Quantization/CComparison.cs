using System.Runtime.InteropServices;
using System.Text;
using StaticNet.Quantization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Quantization;

/// <summary>A program in C that runs many networks, and the comparison of what it computes with C#.</summary>
internal static class CComparison
{
    private const int Samples = 40;

    /// <summary>The generated networks of this project, every activation in either place, random topologies, and networks whose numbers are at the ends of what there is.</summary>
    public static readonly QuantizedNetwork[] Networks = Create();

    private static QuantizedNetwork[] Create()
    {
        var networks = new List<QuantizedNetwork>();
        foreach (string name in NetworkCase.Names.Select(row => row.Data))
        {
            var info = NetworkCase.Find(name);
            networks.Add(info.IsDouble
                ? QuantizedNetwork.Create(info.CreateRandom<double>(1), new Samples<double>(info, 50, 2).Inputs)
                : QuantizedNetwork.Create(info.CreateRandom<float>(1), new Samples<float>(info, 50, 2).Inputs));
        }

        var random = new Random(5);
        foreach (var output in RandomModel.Activations(isOutput: true))
        {
            var hidden = RandomModel.Activations(isOutput: false);
            for (int i = 0; i < 3; i++)
                Add([random.Next(1, 40), random.Next(1, 40), random.Next(1, 20), random.Next(2, 12)], [hidden[(3 * (int)output + i) % 9], hidden[random.Next(9)], output], 3);
            if (output != Activation.Softmax)
                Add([3, 1], [output], 3);
            // Sums at the ends, constants, and numbers that are lost beside others.
            Add([5, 6, 3], [Activation.Silu, output], 1e-9);
            Add([5, 6, 3], [Activation.Elu, output], 1e9);
            Add([5, 6, 3], [Activation.Tanh, output], 0);
            Add([5, 6, 3], [Activation.Identity, output], 1e70);
            Add([5, 6, 3], [Activation.LeakyRelu, output], 1e-200);
        }

        // Scales of 1, 1 and 128: every second sum of the second unit ends in a half.
        var halves = new NetworkModel<double>(new Topology([2, 2], [Activation.Identity], LossFunction.MeanSquaredError));
        double[] parameters = [127, 64, 1, 0, 0, 0];
        parameters.CopyTo(halves.Parameters);
        networks.Add(QuantizedNetwork.Create(halves, [-128.0, -128, 127, 127]));
        return [.. networks];

        void Add(int[] sizes, Activation[] activations, double spread) =>
            networks.Add(QuantizedNetwork.Create(RandomModel.Create(sizes, activations, networks.Count, spread), RandomModel.Inputs(30, sizes[0], networks.Count)));
    }

    public static string Header(QuantizedNetwork network, string name)
    {
        var writer = new StringWriter { NewLine = "\r\n" };
        network.ExportC(writer, name);
        return writer.ToString();
    }

    /// <summary>Random inputs, and the ends.</summary>
    private static sbyte[] Inputs(QuantizedNetwork network, int index)
    {
        int size = network.Topology.InputSize;
        var random = new Random(index);
        sbyte[] inputs = new sbyte[Samples * size];
        random.NextBytes(MemoryMarshal.AsBytes(inputs.AsSpan()));
        inputs.AsSpan(0, size).Fill(sbyte.MinValue);
        inputs.AsSpan(size, size).Fill(sbyte.MaxValue);
        foreach (ref sbyte value in inputs.AsSpan(2 * size, 6 * size))
            value = value < 0 ? sbyte.MinValue : sbyte.MaxValue;
        return inputs;
    }

    /// <summary>A header for each network, and a program that runs them all over the inputs in a file, and writes outputs and classes into another.</summary>
    public static void Write(CFolder folder)
    {
        StringBuilder includes = new("#include <stdio.h>\n"), body = new();
        var inputs = new List<sbyte>();
        for (int i = 0; i < Networks.Length; i++)
        {
            folder.Write($"n{i}.h", Header(Networks[i], $"n{i}"));
            inputs.AddRange(Inputs(Networks[i], i));
            includes.Append($"#include \"n{i}.h\"\n");
            string predict = Networks[i].Topology.IsClassifier ? $"n{i}_predict(x)" : "-1";
            body.Append($$"""
                static void run{{i}}(FILE *in, FILE *out)
                {
                    int8_t x[N{{i}}_INPUT_SIZE], y[N{{i}}_OUTPUT_SIZE];
                    for (int sample = 0; sample < {{Samples}}; sample++) {
                        int32_t label;
                        if (fread(x, 1, sizeof x, in) != sizeof x)
                            return;
                        n{{i}}_forward(x, y);
                        label = {{predict}};
                        fwrite(y, 1, sizeof y, out);
                        fwrite(&label, sizeof label, 1, out);
                    }
                }

                """);
        }

        string calls = string.Concat(Networks.Select((_, i) => $"    run{i}(in, out);\n"));
        folder.Write("inputs", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(inputs)));
        folder.Write(
            "main.c",
            $"{includes}{body}int main(void)\n{{\n    FILE *in = fopen(\"inputs\", \"rb\"), *out = fopen(\"outputs\", \"wb\");\n    if (!in || !out)\n        return 1;\n{calls}    return fclose(out);\n}}\n");
    }

    /// <summary>What the program wrote is what C# computes.</summary>
    public static void Compare(CFolder folder)
    {
        ReadOnlySpan<byte> outputs = folder.Read("outputs");
        for (int i = 0; i < Networks.Length; i++)
        {
            var network = Networks[i];
            sbyte[] inputs = Inputs(network, i), expected = new sbyte[network.Topology.OutputSize];
            for (int sample = 0; sample < Samples; sample++)
            {
                var input = inputs.AsSpan(sample * network.Topology.InputSize, network.Topology.InputSize);
                network.Forward(input, expected);
                var actual = MemoryMarshal.Cast<byte, sbyte>(outputs[..expected.Length]);
                Assert.True(actual.SequenceEqual(expected), $"{network.Topology}, sample {sample}: C# has {string.Join(", ", expected)}, C {string.Join(", ", actual.ToArray())}.");
                int label = network.Topology.IsClassifier ? network.Predict(input) : -1;
                Assert.Equal(label, MemoryMarshal.Read<int>(outputs[expected.Length..]));
                outputs = outputs[(expected.Length + sizeof(int))..];
            }
        }

        Assert.True(outputs.IsEmpty);
    }
}
