using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using StaticNet.Quantization;
using StaticNet.Tests.Determinism;

namespace StaticNet.Tests.Quantization;

/// <summary>The exported header computes the integers of C#, as C99 and C++, without a warning, an overflow or a floating-point number.</summary>
public class CHeaderTests
{
    private const string Strict = "-Wall -Wextra -Werror -pedantic -Wconversion -Wshadow";

    [Theory]
    [InlineData("gcc", $"-std=c99 {Strict} -O2")]
    [InlineData("gcc", $"-std=c99 {Strict} -O1 -fsanitize=undefined -fno-sanitize-recover=undefined")]
    [InlineData("g++", $"-x c++ -std=c++11 {Strict} -O0")]
    public void C_computes_the_integers_of_CSharp(string compiler, string options)
    {
        using var folder = new CFolder();
        CComparison.Write(folder);
        folder.Run(compiler, $"{options} main.c -o main");
        folder.RunMain();
        CComparison.Compare(folder);
    }

    /// <summary>With 32-bit addresses; only compiled where the machine has no 32-bit C library.</summary>
    [Fact]
    public void C_computes_the_integers_of_CSharp_with_32_bits()
    {
        using var folder = new CFolder();
        CComparison.Write(folder);
        folder.Write("empty.c", "int main(void) { return 0; }\n");
        string machine = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "-m32" : "";
        if (folder.TryRun("gcc", $"{machine} empty.c -o empty"))
        {
            folder.Run("gcc", $"-std=c99 {Strict} -O2 {machine} main.c -o main");
            folder.RunMain();
            CComparison.Compare(folder);
            return;
        }

        folder.Write("headers.c", string.Concat(CComparison.Networks.Select((_, i) => $"#include \"n{i}.h\"\n")) + "int nothing;\n");
        folder.Run("gcc", $"-std=c99 {Strict} -O2 {machine} -ffreestanding -c headers.c -o headers.o");
    }

    [Fact]
    public void Header_holds_integers_only()
    {
        foreach (var network in CComparison.Networks)
        {
            string code = Regex.Replace(CComparison.Header(network, "net"), @"/\*.*?\*/", "", RegexOptions.Singleline);
            Assert.DoesNotMatch("float|double|[0-9]\\.[0-9]", code);
            Assert.Equal(["#include <stdint.h>"], code.Split('\n').Where(line => line.StartsWith("#include")));
            Assert.All(CComparison.Header(network, "net"), c => Assert.True(c is '\n' or >= ' ' and <= '~'));
        }
    }

    [Fact]
    public void Scales_are_macros_if_asked_for()
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([2, 3, 2], [Activation.Tanh, Activation.Softmax], 1), RandomModel.Inputs(20, 2, 2));
        var writer = new StringWriter();
        network.ExportC(writer, "net", scales: true);
        Assert.Contains($"#define NET_INPUT_SCALE {network.InputScale:E16}\n#define NET_OUTPUT_SCALE 3.9062500000000000E-003\n", writer.ToString());
        using var folder = new CFolder();
        folder.Write("net.h", writer.ToString());
        folder.Write("main.c", "#include \"net.h\"\nint main(void) { return NET_OUTPUT_SCALE == 1.0 / 256 && NET_INPUT_SCALE > 0 && NET_OUTPUT_ZERO_POINT == -128 ? 0 : 1; }\n");
        folder.Run("gcc", $"-std=c99 {Strict} main.c -o main");
        folder.RunMain();
    }

    [Fact]
    public void Header_is_as_accepted()
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([2, 3, 2, 2], [Activation.Tanh, Activation.LeakyRelu, Activation.Softmax], 1), RandomModel.Inputs(50, 2, 2));
        Pinned.Assert("../Quantization/CHeaderTests.verified.h", CComparison.Header(network, "moons").TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2moons")]
    [InlineData("_moons")]
    [InlineData("two moons")]
    [InlineData("mööns")]
    [InlineData("two__moons")]
    [InlineData("moons_")]
    [InlineData("while")]
    public void Names_that_C_does_not_have_are_refused(string name)
    {
        var network = QuantizedNetwork.Create(RandomModel.Create([1, 1], [Activation.Identity], 1), [1.0]);
        var writer = new StringWriter();
        Assert.Throws<ArgumentException>("name", () => network.ExportC(writer, name));
        Assert.Equal("", writer.ToString());
    }
}
