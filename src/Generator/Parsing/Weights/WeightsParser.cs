using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing.Weights;

/// <summary>The file that a network's weights are to come from: its name in the attribute, and the place of that.</summary>
internal sealed record WeightsRequest(string File, Location Location);

/// <summary>Finds the file that an attribute names among the project's additional files, and puts its numbers into the spec.</summary>
internal static class WeightsParser
{
    /// <summary>Additional files that can be weights.</summary>
    public static bool IsCandidate(AdditionalText file) => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public static ParseResult Bake(ParseResult result, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (result is not { Spec: { } spec, Weights: { } request })
            return result;
        var report = new Report();
        var weights = Read(spec, request, files, report, cancellation);
        return weights is null
            ? new ParseResult(null, result.Findings.Concat(report.Findings).ToEquatableArray(), null)
            : result with { Spec = spec with { Weights = weights } };
    }

    private static WeightsSpec? Read(NetworkSpec spec, WeightsRequest request, ImmutableArray<AdditionalText> files, Report report, CancellationToken cancellation)
    {
        string name = Normal(request.File);
        var found = files.Where(file => Normal(file.Path) is var path && (path == name || path.EndsWith("/" + name, StringComparison.Ordinal))).ToArray();
        if (found.Length != 1)
        {
            string others = found.Length == 0 ? "no additional file of the project" : TopologyParser.Counted(found.Length, "additional file") + " of the project";
            report.Add(Descriptors.WeightsNotFound, request.Location, request.File, others);
            return null;
        }

        try
        {
            string text = found[0].GetText(cancellation)?.ToString() ?? throw new FormatException("it cannot be read");
            return new WeightsSpec(request.File, WeightsReader.Read(text, spec));
        }
        catch (FormatException exception)
        {
            report.Add(Descriptors.WeightsUnreadable, request.Location, request.File, exception.Message);
        }
        catch (WeightsMismatchException exception)
        {
            report.Add(Descriptors.WeightsMismatch, request.Location, request.File, exception.Message);
        }

        return null;
    }

    private static string Normal(string path) => path.Replace('\\', '/');
}
