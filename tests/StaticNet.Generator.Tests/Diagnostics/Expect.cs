using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>Sources in which <c>[|</c> and <c>|]</c> enclose the places of the expected diagnostics, in order.</summary>
internal static class Expect
{
    /// <summary>One error at the marked place and no other; nothing is generated.</summary>
    public static void Error(string id, string message, string markedSource, HarnessOptions? options = null) =>
        Errors(markedSource, options, (id, message));

    /// <summary>These errors at the marked places and no others; nothing is generated.</summary>
    public static void Errors(string markedSource, params (string Id, string Message)[] expected) => Errors(markedSource, null, expected);

    private static void Errors(string markedSource, HarnessOptions? options, params (string Id, string Message)[] expected)
    {
        var run = Reports(markedSource, options, DiagnosticSeverity.Error, expected);
        Assert.Empty(run.Sources);
    }

    /// <summary>One warning at the marked place and no other; the network is generated.</summary>
    public static GeneratorRun Warning(string id, string message, string markedSource)
    {
        var run = Reports(markedSource, new HarnessOptions { WarningsAsErrors = false }, DiagnosticSeverity.Warning, (id, message));
        Assert.Single(run.Sources);
        return run;
    }

    private static GeneratorRun Reports(string markedSource, HarnessOptions? options, DiagnosticSeverity severity, params (string Id, string Message)[] expected)
    {
        var (source, places) = Unmark(markedSource);
        var run = GeneratorHarness.Run(source, options);
        var actual = run.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToArray();

        Assert.Equal(
            expected.Zip(places, (error, place) => $"{error.Id} at {place}: {error.Message}"),
            actual.Select(diagnostic => $"{diagnostic.Id} at {Place(diagnostic, source)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        Assert.Equal(expected.Length, places.Count);
        Assert.All(actual, diagnostic => Assert.Equal(severity, diagnostic.Severity));
        Assert.All(actual, diagnostic => Assert.EndsWith("docs/diagnostics.md#" + diagnostic.Id.ToLowerInvariant(), diagnostic.Descriptor.HelpLinkUri));
        return run;
    }

    private static string Place(Diagnostic diagnostic, string source)
    {
        var span = diagnostic.Location.SourceSpan;
        return $"{span} '{source[span.Start..span.End]}'";
    }

    private static (string Source, List<string> Places) Unmark(string marked)
    {
        var source = new StringBuilder();
        var places = new List<string>();
        while (marked.IndexOf("[|", StringComparison.Ordinal) is >= 0 and int open)
        {
            int close = marked.IndexOf("|]", open, StringComparison.Ordinal);
            string text = marked[(open + 2)..close];
            source.Append(marked.AsSpan(0, open));
            places.Add($"[{source.Length}..{source.Length + text.Length}) '{text}'");
            source.Append(text);
            marked = marked[(close + 2)..];
        }

        return (source.Append(marked).ToString(), places);
    }
}
