using StaticNet.Tests.Networks;

namespace StaticNet.Tests.CExport;

/// <summary>A header forbids compilers to fuse a multiplication with an addition by themselves, in itself only.</summary>
public class ContractionTests
{
    [Theory]
    [InlineData("gcc", "-std=gnu17 -O2 -march=native -ffp-contract=fast")]
    [InlineData("g++", "-xc++ -O2 -march=native -ffp-contract=fast")]
    [InlineData("clang", "-std=gnu17 -O2 -march=native -ffp-contract=on")]
    public void Products_are_rounded_in_the_header_and_may_be_fused_behind_it(string compiler, string arguments)
    {
        if (compiler == "clang" && !Native.Has(compiler))
            return;
        var header = new StringWriter();
        new Shapes.Tiny().ExportC(header, new() { Name = "net" });
        const string Forward = "static inline void net_forward";
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("net.h"), header.ToString().Replace(Forward, $$"""
            static inline float net_probe(float a, float b, float c)
            {
                return a * b + c;
            }

            {{Forward}}
            """));

        // (1 + 2⁻¹²)² − 1 − 2⁻¹¹ is 2⁻²⁴, but 0 if the square is rounded.
        File.WriteAllText(folder.File("main.c"), """
            #include "net.h"
            #include <stdio.h>

            static float probe(float a, float b, float c)
            {
                return a * b + c;
            }

            int main(void)
            {
                volatile float a = 1 + 1.0f / 4096, c = -1 - 1.0f / 2048;
                int can_fuse = 0;
            #if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
                can_fuse = 1;
            #endif
                printf("%d %d", net_probe(a, a, c) == 0, (probe(a, a, c) != 0) == can_fuse);
                return 0;
            }
            """);
        Native.Run(compiler, folder.Path, [.. arguments.Split(' '), "main.c", "-o", "main"]);
        // Rounded in the header; behind it fused wherever the compiler has the instruction, which .NET may have been told not to see.
        Assert.Equal("1 1", Native.Run(folder.File("main"), folder.Path));
    }
}
