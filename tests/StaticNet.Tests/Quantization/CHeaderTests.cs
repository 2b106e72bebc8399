using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using StaticNet.Quantization;
using StaticNet.Tests.Determinism;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Quantization;

/// <summary>The exported header computes the integers of C#, as C99 and C++, without a warning, an overflow or a floating-point number.</summary>
public class CHeaderTests
{
    private const int Samples = 40;
    private const string Strict = "-Wall -Wextra -Werror -pedantic -Wconversion -Wshadow";

    [Theory]
    [InlineData("gcc", $"-std=c99 {Strict} -O2")]
    [InlineData("gcc", $"-std=c99 {Strict} -O1 -fsanitize=undefined -fno-sanitize-recover=undefined")]
    [InlineData("g++", $"-x c++ -std=c++11 {Strict} -O0")]
    public void C_computes_the_integers_of_CSharp(string compiler, string options)
    {
        using var folder = new TemporaryFolder();
        var networks = Networks();
        Write(folder, networks);
        Run(folder, compiler, $"{options} main.c -o main");
        Run(folder, Path.Combine(folder.Path, "main"), "");
        Compare(folder, networks);
    }

    /// <summary>With 32-bit addresses; only compiled where the machine has no 32-bit C library.</summary>
    [Fact]
    public void C_computes_the_integers_of_CSharp_with_32_bits()
    {
        using var folder = new TemporaryFolder();
        var networks = Networks();
        Write(folder, networks);
        File.WriteAllText(Path.Combine(folder.Path, "empty.c"), "int main(void) { return 0; }\n");
        string machine = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "-m32" : "";
        if (TryRun(folder, "gcc", $"{machine} empty.c -o empty", out _))
        {
            Run(folder, "gcc", $"-std=c99 {Strict} -O2 {machine} main.c -o main");
            Run(folder, Path.Combine(folder.Path, "main"), "");
            Compare(folder, networks);
            return;
        }

        File.WriteAllLines(Path.Combine(folder.Path, "headers.c"), networks.Select((_, i) => $"#include \"n{i}.h\"").Append("int nothing;"));
        Run(folder, "gcc", $"-std=c99 {Strict} -O2 {machine} -ffreestanding -c headers.c -o headers.o");
    }

    [Fact]
    public void Header_holds_integers_only()
    {
        foreach (var network in Networks())
        {
            string code = WithoutComments(Header(network, "net"));
            Assert.DoesNotMatch("float|double|[0-9]\\.[0-9]", code);
            Assert.Equal(["#include <stdint.h>"], code.Split('\n').Where(line => line.StartsWith("#include")));
            Assert.All(Header(network, "net"), c => Assert.True(c is '\n' or >= ' ' and <= '~'));
        }
    }

    [Fact]
    public void Scales_are_macros_if_asked_for()
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([2, 3, 2], [Activation.Tanh, Activation.Softmax], 1), RandomModel.Inputs(20, 2, 2));
        var writer = new StringWriter();
        network.ExportC(writer, "net", scales: true);
        Assert.Contains($"#define NET_INPUT_SCALE {network.InputScale:E16}\n#define NET_OUTPUT_SCALE 3.9062500000000000E-003\n", writer.ToString());
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "net.h"), writer.ToString());
        File.WriteAllText(Path.Combine(folder.Path, "main.c"), "#include \"net.h\"\nint main(void) { return NET_OUTPUT_SCALE == 1.0 / 256 && NET_INPUT_SCALE > 0 && NET_OUTPUT_ZERO_POINT == -128 ? 0 : 1; }\n");
        Run(folder, "gcc", $"-std=c99 {Strict} main.c -o main");
        Run(folder, Path.Combine(folder.Path, "main"), "");
    }

    [Fact]
    public void Header_is_as_accepted()
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([2, 3, 2, 2], [Activation.Tanh, Activation.LeakyRelu, Activation.Softmax], 1), RandomModel.Inputs(50, 2, 2));
        Pinned.Assert("../Quantization/CHeaderTests.verified.h", Header(network, "moons").TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2moons")]
    [InlineData("_moons")]
    [InlineData("two moons")]
    [InlineData("mööns")]
    public void Names_that_C_does_not_have_are_refused(string name)
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([1, 1], [Activation.Identity], 1), [1.0]);
        var writer = new StringWriter();
        Assert.Throws<ArgumentException>("name", () => network.ExportC(writer, name));
        Assert.Equal("", writer.ToString());
    }

    /// <summary>The generated networks of this project, every activation in either place, random topologies, and networks whose numbers are at the ends of what there is.</summary>
    private static QuantizedNetwork[] Networks()
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

        return [.. networks];

        void Add(int[] sizes, Activation[] activations, double spread) =>
            networks.Add(QuantizedNetwork.Create(RandomModel.Create(sizes, activations, networks.Count, spread), RandomModel.Inputs(30, sizes[0], networks.Count)));
    }

    private static string Header(QuantizedNetwork network, string name)
    {
        var writer = new StringWriter { NewLine = "\r\n" };
        network.ExportC(writer, name);
        return writer.ToString();
    }

    private static string WithoutComments(string code) => System.Text.RegularExpressions.Regex.Replace(code, @"/\*.*?\*/", "", System.Text.RegularExpressions.RegexOptions.Singleline);

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
    private static void Write(TemporaryFolder folder, QuantizedNetwork[] networks)
    {
        StringBuilder includes = new("#include <stdio.h>\n"), body = new();
        using var inputs = File.Create(Path.Combine(folder.Path, "inputs"));
        for (int i = 0; i < networks.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder.Path, $"n{i}.h"), Header(networks[i], $"n{i}"));
            inputs.Write(MemoryMarshal.AsBytes(Inputs(networks[i], i).AsSpan()));
            includes.Append($"#include \"n{i}.h\"\n");
            string predict = networks[i].Topology.IsClassifier ? $"n{i}_predict(x)" : "-1";
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

        string calls = string.Concat(networks.Select((_, i) => $"    run{i}(in, out);\n"));
        File.WriteAllText(
            Path.Combine(folder.Path, "main.c"),
            $"{includes}{body}int main(void)\n{{\n    FILE *in = fopen(\"inputs\", \"rb\"), *out = fopen(\"outputs\", \"wb\");\n    if (!in || !out)\n        return 1;\n{calls}    return fclose(out);\n}}\n");
    }

    private static void Compare(TemporaryFolder folder, QuantizedNetwork[] networks)
    {
        ReadOnlySpan<byte> outputs = File.ReadAllBytes(Path.Combine(folder.Path, "outputs"));
        for (int i = 0; i < networks.Length; i++)
        {
            var network = networks[i];
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

    private static void Run(TemporaryFolder folder, string program, string arguments) =>
        Assert.True(TryRun(folder, program, arguments, out string messages), $"{program} {arguments}:\n{messages}");

    private static bool TryRun(TemporaryFolder folder, string program, string arguments, out string messages)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            messages = process.StandardError.ReadToEnd() + output.Result;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"These tests need {program}: install gcc and g++ (apt-get install gcc g++).", exception);
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("staticnet").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
