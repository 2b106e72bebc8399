using System.Collections.Concurrent;
using System.Diagnostics;
using StaticNet.Lanes;
using StaticNet.Probe;

namespace StaticNet.Tests.Portable;

/// <summary>
/// The runtime for .NET Standard, and what the generator writes for it, end in the bits that vectors end in: networks of every kind, optimizers, data, training runs, the bytes of
/// files. It runs here on .NET, where that is fast; tests/mono.sh runs it on Mono. So does a library for .NET Standard in an app that brings the runtime for .NET 10 along.
/// </summary>
[Collection(Alone.Name)]
public sealed class PortableBitsTests : IDisposable
{
    public void Dispose() => VectorWidth.Limit = 512;

    [Theory]
    [InlineData(512, "StaticNet.Probe.Portable")]
    [InlineData(128, "StaticNet.Probe.Portable")]
    [InlineData(512, "StaticNet.Probe.Bridge")]
    public void Ends_in_the_bits_of_vectors(int width, string program)
    {
        VectorWidth.Limit = width;
        Assert.Equal(Report.Lines(), s_lines.GetOrAdd(program, Lines));
    }

    private static readonly ConcurrentDictionary<string, string[]> s_lines = new();

    private static string[] Lines(string program)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder(program), program + ".dll")]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Beside this project's output: tests/StaticNet.Tests/bin/Release/net10.0.</summary>
    private static string Folder(string program)
    {
        string own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        return own.Replace($"{Path.DirectorySeparatorChar}StaticNet.Tests{Path.DirectorySeparatorChar}bin", $"{Path.DirectorySeparatorChar}{program}{Path.DirectorySeparatorChar}bin");
    }
}
