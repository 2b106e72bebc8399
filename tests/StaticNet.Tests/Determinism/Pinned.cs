using System.Runtime.CompilerServices;

namespace StaticNet.Tests.Determinism;

/// <summary>Fingerprints that are part of what the library promises, as files in Data.</summary>
internal static class Pinned
{
    /// <summary>The lines of a file must be these; with STATICNET_ACCEPT=1 they become so.</summary>
    public static void Assert(string file, string[] found, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("STATICNET_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", file), string.Join('\n', found) + "\n");
        else
            Xunit.Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file)), found);
    }
}
