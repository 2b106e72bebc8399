using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing.Weights;

/// <summary>Finds the file that an attribute names among the project's additional files, and puts its numbers into the spec.</summary>
internal static class WeightsParser
{
    /// <summary>Additional files that can be weights.</summary>
    public static bool IsCandidate(AdditionalText file) => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public static BakeResult Bake(BakeRequest request, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (request.File is not { } name)
            return new BakeResult(request.Spec, null);
        if (name.Trim().Length == 0)
            return Fault(Descriptors.WeightsNotFound, "is no name; write that of an additional file of the project, as in Weights = \"moon.weights.json\"");
        var found = files.Where(file => FilePath.EndsIn(file.Path, name)).ToArray();
        if (found.Length == 0)
            return Fault(Descriptors.WeightsNotFound, $"names no additional file of the project; write <AdditionalFiles Include=\"{name}\" /> into the project file");
        if (found.Length > 1)
            return Fault(Descriptors.WeightsNotFound, $"names {found.Length} additional files of the project, {string.Join(" and ", found.Select(file => $"'{file.Path}'"))}; write a folder before the name that only one of them is in");

        try
        {
            string text = found[0].GetText(cancellation)?.ToString() ?? throw new FormatException("it cannot be read");
            return new BakeResult(request.Spec with { Weights = new WeightsSpec(name, WeightsReader.Read(text, request.Spec)) }, null);
        }
        catch (FormatException exception)
        {
            return Fault(Descriptors.WeightsUnreadable, exception.Message);
        }
        catch (WeightsMismatchException exception)
        {
            return Fault(Descriptors.WeightsMismatch, exception.Message);
        }

        BakeResult Fault(DiagnosticDescriptor descriptor, string reason) => new(null, new WeightsFault(request.Spec, descriptor, new[] { name, reason }.ToEquatableArray()));
    }

    /// <summary>What is to be reported of a network: what its parser found, and what is wrong with its file of weights, at the name of that.</summary>
    public static IEnumerable<Finding> AllFindings(ParseResult result, ImmutableArray<WeightsFault> faults) => result.Weights is not { } request
        ? result.Findings
        : result.Findings.Concat(faults.Where(fault => fault.Network.Equals(result.Spec)).Select(fault => new Finding(fault.Descriptor, request.Location, fault.Arguments)));
}
