using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>What became of the generator's steps in its latest run.</summary>
internal static class CachedSteps
{
    /// <summary>Every step of ours, and every output, kept the result of the run before.</summary>
    public static void AssertAll(GeneratorDriverRunResult result)
    {
        foreach (var (step, reasons) in Reasons(result))
            Assert.All(reasons, reason => Assert.True(IsKept(reason), $"Step {step} was {reason} in a second run over the same sources."));
    }

    /// <summary>How many results of a step are not those of the run before.</summary>
    public static int Changes(GeneratorDriverRunResult result, string step) => Reasons(result)[step].Count(reason => !IsKept(reason));

    /// <summary>The name under which the outputs, sources and diagnostics, are found.</summary>
    public const string Output = "Output";

    private static bool IsKept(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static Dictionary<string, IncrementalStepRunReason[]> Reasons(GeneratorDriverRunResult result)
    {
        var generator = Assert.Single(result.Results);
        var named = generator.TrackedSteps.Where(pair => pair.Key is "Parse" or "Weights" or "Spec" or "Plan").ToDictionary(pair => pair.Key, pair => pair.Value);
        var all = named.Select(pair => (pair.Key, Steps: pair.Value.AsEnumerable()))
            .Append((Output, Steps: generator.TrackedOutputSteps.SelectMany(pair => pair.Value)));
        return all.ToDictionary(pair => pair.Item1, pair => pair.Steps.SelectMany(step => step.Outputs).Select(output => output.Reason).ToArray());
    }
}
