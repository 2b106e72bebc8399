using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Snapshots;

/// <summary>
/// Snapshots with Verify's conventions: <c>Class.Method.verified.cs</c> is what was accepted, <c>Class.Method.received.cs</c>, which git
/// ignores, what came instead. C has <c>h</c> in place of <c>cs</c>. With the environment variable STATICNET_ACCEPT=1 what comes is accepted.
/// </summary>
internal static class Snapshot
{
    public const string Verified = ".verified.cs";

    /// <summary>Where the snapshots lie: beside their tests.</summary>
    public static readonly string Folder = Path.Combine(ProjectFolder.Path, "Snapshots");

    public static readonly bool Accepts = Environment.GetEnvironmentVariable("STATICNET_ACCEPT") == "1";

    /// <summary>Compares a text with the snapshot of the calling test, byte by byte.</summary>
    public static void Verify(string text, string folder = "Snapshots", string extension = "cs", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string name = Path.Combine(ProjectFolder.Path, folder, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        string verifiedPath = $"{name}.verified.{extension}", receivedPath = $"{name}.received.{extension}";
        File.Delete(receivedPath);
        if (Accepts)
            File.WriteAllText(verifiedPath, text);
        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : null;
        if (verified == text)
            return;

        File.WriteAllText(receivedPath, text);
        Assert.Fail($"{(verified is null ? "There is no snapshot" : "Generated code differs from the snapshot")} {Path.GetFileName(verifiedPath)}. "
            + $"Read the difference; to accept it, run the tests once with STATICNET_ACCEPT=1.\n{Difference(verified ?? "", text)}");
    }

    /// <summary>The changed lines, each with its neighbours.</summary>
    private static string Difference(string before, string after)
    {
        const int Neighbours = 2, Most = 120;
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var shown = lines
            .Select((line, index) => (Line: line, Index: index))
            .Where(entry => lines.Skip(entry.Index - Neighbours).Take(2 * Neighbours + 1).Any(line => line.Type != ChangeType.Unchanged))
            .Select(entry => Mark(entry.Line) + entry.Line.Text)
            .ToList();
        string more = shown.Count > Most ? $"\n… and {shown.Count - Most} more lines" : "";
        return string.Join('\n', shown.Take(Most)) + more;
    }

    private static string Mark(DiffPiece line) => line.Type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
