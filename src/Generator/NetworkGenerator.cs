using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Emit;
using StaticNet.Generator.Parsing;
using StaticNet.Generator.Parsing.Weights;
using StaticNet.Generator.Planning;

namespace StaticNet.Generator;

/// <summary>The compiler: symbols → spec → plan → text. Each step is plain data that the next one reads; nobody looks back.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    internal const string AttributeName = "StaticNet.NetworkAttribute";

    /// <summary>Names of the steps, for the tests of caching.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Weights = nameof(Weights);
        public const string Spec = nameof(Spec);
        public const string Plan = nameof(Plan);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var weights = context.AdditionalTextsProvider.Where(WeightsParser.IsCandidate).Collect();
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeName, static (node, _) => node is TypeDeclarationSyntax and not InterfaceDeclarationSyntax, NetworkParser.Parse)
            .WithTrackingName(Steps.Parse);

        // Without the place of a name, which every edit above it moves: a file of weights is read again only when it or the attribute has changed.
        var baked = parsed
            .Where(static result => result.Spec is not null)
            .Select(static (result, _) => new BakeRequest(result.Spec!, result.Weights?.File))
            .Combine(weights)
            .Select(static (pair, cancellation) => WeightsParser.Bake(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Weights);
        var faults = baked
            .Where(static result => result.Fault is not null)
            .Select(static (result, _) => result.Fault!)
            .Collect();

        // Diagnostics keep their true locations, without which #pragma could not silence them; so they stay out of the cached path.
        context.RegisterSourceOutput(
            parsed.Combine(faults).SelectMany(static (pair, _) => WeightsParser.AllFindings(pair.Left, pair.Right)),
            static (output, finding) => output.ReportDiagnostic(finding.ToDiagnostic()));

        var plans = baked
            .Where(static result => result.Spec is not null)
            .Select(static (result, _) => result.Spec!)
            .WithTrackingName(Steps.Spec)
            .Select(static (spec, _) => Planner.Plan(spec))
            .WithTrackingName(Steps.Plan);

        var twins = plans
            .Select(static (plan, _) => plan.Spec.Type.FullName)
            .Collect()
            .Select(FileName.Twins);

        context.RegisterSourceOutput(
            plans.Combine(twins),
            static (output, pair) =>
            {
                var (plan, others) = (pair.Left, pair.Right);
                string name = FileName.For(plan.Spec.Type, others);
                output.AddSource(name, NetworkWriter.Write(plan));
                if (plan.Spec.Weights is { } baked)
                    output.AddSource(FileName.OfWeights(name), WeightsWriter.Write(plan, baked));
            });
    }
}
