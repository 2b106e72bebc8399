using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using StaticNet.Generator.Tests.Snapshots;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.CExport;

/// <summary>What a header says and needs, apart from what it computes.</summary>
public class HeaderTests
{
    /// <summary>For people to read.</summary>
    [Fact]
    public void MoonNet()
    {
        var writer = new StringWriter();
        new Shapes.Tiny(seed: 1).ExportC(writer, new() { Name = "moon_net" });
        Snapshot.Verify(writer.ToString(), folder: "CExport", extension: "h");
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Text_is_plain_and_the_same_each_time(string name)
    {
        var info = NetworkCase.Find(name);
        string text = Text(info);
        Assert.Equal(text, Text(info));
        Assert.DoesNotMatch(@"[^\n\x20-\x7e]", text);
        Assert.DoesNotMatch(@"[ ]\n", text);
        Assert.EndsWith("_H */\n", text);
        Assert.Equal(info.IsClassifier, text.Contains("_predict(const "));

        static string Text(NetworkCase info)
        {
            var writer = new StringWriter();
            if (info.IsDouble)
                info.Create<double>().ExportC(writer);
            else
                info.Create<float>().ExportC(writer);
            return writer.ToString();
        }
    }

    [Fact]
    public void Sizes_are_told()
    {
        // Hidden layers of 8, 1, 8 and 2 units in turn: 8 + 2 numbers.
        var writer = new StringWriter();
        new Shapes.Bottleneck().ExportC(writer);
        Assert.Contains("* Memory: 100 parameters, 400 bytes of constants. Activations take 40 bytes of stack. bottleneck_predict has 12 more for the output.", writer.ToString());
        Assert.Contains("* Work: 78 multiply-adds, and the activations.", writer.ToString());
        Assert.Contains("float odd[8], even[2];", writer.ToString());
    }

    /// <summary>Nothing is called, not even where nothing is optimised, but for memcpy, which GCC wants every environment to have.</summary>
    [Theory]
    [InlineData("-O0")]
    [InlineData("-Os")]
    public void No_library_is_needed(string optimisation)
    {
        using var folder = new TemporaryFolder();
        Export(folder, new Shapes.Bottleneck(2), "single");
        Export(folder, new Shapes.Mixed(2), "twice");
        File.WriteAllText(folder.File("part.c"), """
            #include "single.h"
            #include "twice.h"

            int part(const float *x, const double *y);

            int part(const float *x, const double *y)
            {
                return single_predict(x) + twice_predict(y);
            }
            """);
        Native.Run("gcc", folder.Path, [.. Native.Strict, "-std=c99", "-ffreestanding", "-nostdlib", optimisation, "-c", "part.c"]);
        string[] undefined = Native.Run("nm", folder.Path, "-u", "part.o").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(undefined.Except(["U", "memcpy", "_GLOBAL_OFFSET_TABLE_"]));
        foreach (string header in new[] { "single.h", "twice.h" })
            Assert.Equal(["float.h", "stdint.h", "string.h"], Regex.Matches(File.ReadAllText(folder.File(header)), "#include <(.+)>").Select(match => match.Groups[1].Value));
    }

    [Theory]
    [InlineData("-ffast-math", "-ffast-math changes results")]
    [InlineData("-mfpmath=387", "computes in another precision")]
    public void Compilers_that_change_the_bits_are_refused_unless_that_is_accepted(string option, string message)
    {
        if (option.StartsWith("-mfpmath", StringComparison.Ordinal) && RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return;
        using var folder = new TemporaryFolder();
        Export(folder, new Shapes.Tiny(2), "net");
        File.WriteAllText(folder.File("part.c"), "#include \"net.h\"\n");
        var (code, output) = Native.Try("gcc", folder.Path, "-std=c99", option, "-c", "part.c");
        Assert.NotEqual(0, code);
        Assert.Contains(message, output);
        Native.Run("gcc", folder.Path, "-std=c99", option, "-DNET_ANY_BITS", "-c", "part.c");
    }

    private static void Export<T>(TemporaryFolder folder, INetwork<T> network, string name)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        using var header = File.CreateText(folder.File(name + ".h"));
        network.ExportC(header, new() { Name = name });
    }
}
