using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;
using StaticNet.Lanes;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Lanes;

/// <summary>
/// The JIT inlines every operation on lanes into the stages of a small network: its budget for that is per method, and past it calls remain
/// that cost more than the arithmetic. A process of its own writes its machine code to a file, in which calls are counted.
/// </summary>
[Collection(Alone.Name)]
public class InliningTests
{
    private const string Width = "STATICNET_INLINING_WIDTH";

    private static readonly string[] s_stages = ["Layer1", "Layer2", "Output", "LossAndDelta", "LabelLossAndDelta", "Gradient1", "Gradient2", "Delta1", "ForwardOne", "BackwardOne", "TrainOne"];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
#if NET9_0_OR_GREATER
    // The budget of .NET 8 does not do for operations on four vectors: some calls remain.
    [InlineData(128)]
#endif
    public void No_calls_in_the_stages_of_a_small_network(int width)
    {
        if (!System.Runtime.Intrinsics.X86.Fma.IsSupported || (width == 512 && !Vector512.IsHardwareAccelerated))
            return;
        string listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(InliningTests).Assembly.Location, "-method", $"{typeof(InliningTests).FullName}.{nameof(Work)}" },
                Environment =
                {
                    [Width] = width.ToString(CultureInfo.InvariantCulture),
                    ["DOTNET_JitStdOutFile"] = listing,
                    ["DOTNET_JitDisasm"] = string.Join(' ', s_stages),
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(60_000) && process.ExitCode == 0, output);
            Check(File.ReadAllText(listing));
        }
        finally
        {
            File.Delete(listing);
        }
    }

    /// <summary>What the other process runs: each stage of 2-3-2 once. By itself it only shows that this works.</summary>
    [Fact]
    public void Work()
    {
        VectorWidth.Limit = int.Parse(Environment.GetEnvironmentVariable(Width) ?? "512", CultureInfo.InvariantCulture);
        try
        {
            var network = new Shapes.Tiny();
            var samples = new Samples<float>(NetworkCase.Find("Shapes.Tiny"), 40, 5);
            var (outputs, gradient) = (new float[80], new float[Shapes.Tiny.ParameterCount]);
            network.ForwardBatch(samples.Inputs, outputs);
            network.TrainBatch(samples.Inputs, samples.Labels, new Sgd<float>());
            network.TrainBatch(samples.Inputs, samples.Targets, new Sgd<float>());
            network.Forward(samples.Input(0), outputs.AsSpan(0, 2));
            network.Backward(samples.Input(0), samples.Target(0), gradient);
            Assert.True(float.IsFinite(network.TrainStep(samples.Input(0), 1, 0.1f)));
        }
        finally
        {
            VectorWidth.Limit = 512;
        }
    }

    private static void Check(string listing)
    {
        var methods = Regex.Split(listing, @"^; Assembly listing for method ", RegexOptions.Multiline).Skip(1).Where(text => text.Contains("TinyKernel") && text.Contains("\n; optimized code")).ToArray();
        foreach (string stage in s_stages)
        {
            string[] found = [.. methods.Where(text => Regex.IsMatch(text, $@"\A\S*Kernel:{stage}[\[(]"))];
            Assert.True(found.Length > 0, $"{stage} was not compiled: {listing.Length} characters of code.");
            foreach (string text in found)
            {
                string[] calls = [.. Regex.Matches(text, @"^ +call +.*$", RegexOptions.Multiline).Select(match => match.Value.Trim())];
                Assert.True(calls.Length == 0, $"{stage} has {calls.Length} calls:\n{string.Join('\n', calls)}");
            }
        }
    }
}
