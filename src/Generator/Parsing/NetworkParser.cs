using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;
using StaticNet.Generator.Parsing.Weights;

namespace StaticNet.Generator.Parsing;

/// <summary>From the annotated type to its spec: checks the type, the attribute and the two together.</summary>
internal static class NetworkParser
{
    /// <summary>Past this, 64 MiB of floats, the unrolled and specialised kernels are not what limits the speed.</summary>
    private const int LargeParameterCount = 16 * 1024 * 1024;

    /// <summary>Past this, offsets into a block's scratch memory would leave the range of int.</summary>
    private const int MaximumParameterCount = 64 * 1024 * 1024;

    /// <summary>.NET loads no inline array of more than a mebibyte, and room for whole vectors comes on top.</summary>
    private const int MaximumValueBytes = (1024 * 1024) - 256;

    public static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var report = new Report();
        var declaration = (TypeDeclarationSyntax)context.TargetNode;
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = type.NetworkAttribute()!;

        // The attribute on two parts of one type is the compiler's error; one file is enough.
        if (!IsOn(declaration, attribute))
            return new ParseResult(null, default, null);

        var arguments = new AttributeArguments(attribute, report, cancellation);
        var topology = TopologyParser.Parse(arguments, report);
        string? weights = arguments.Text("Weights");
        bool isFrozen = arguments.Bool("Frozen") == true;
        if (isFrozen && weights is null)
            report.Add(Descriptors.FrozenWithoutWeights, arguments.LocationOf("Frozen"));
        var typeSpec = TypeParser.Parse(type, declaration, isFrozen, context.SemanticModel.Compilation, report, cancellation);
        var target = TargetParser.Parse(context.SemanticModel.Compilation, declaration, isBakedValue: type.IsValueType && weights is not null && !isFrozen, report);

        if (topology is not null)
        {
            NameCollisions.Check(type, topology, isFrozen, weights is not null, report);
            CheckSize(topology, type.IsValueType && !isFrozen, declaration, report);
        }

        var spec = report.HasErrors || topology is null || typeSpec is null
            ? null
            : new NetworkSpec(typeSpec, topology.Layers, topology.Loss, topology.Reduction, topology.Precision, target, isFrozen, null);
        var request = weights is null ? null : new WeightsRequest(weights, arguments.LocationOf("Weights"));
        return new ParseResult(spec, report.Findings, request);
    }

    private static bool IsOn(TypeDeclarationSyntax declaration, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(place.Span);

    private static void CheckSize(Topology topology, bool isValue, TypeDeclarationSyntax declaration, Report report)
    {
        // Decimal, since two layers of the largest size have more parameters than a long can count.
        decimal count = topology.Layers.Sum(layer => ((decimal)layer.Inputs + 1) * layer.Units);
        int maximum = isValue ? MaximumValueBytes / (topology.Precision == Precision.Double ? 8 : 4) : MaximumParameterCount;
        if (count > maximum)
            report.Add(Descriptors.TooLarge, declaration.Identifier.GetLocation(), count, maximum, isValue ? "in a struct" : "in a class");
        else if (count > LargeParameterCount)
            report.Add(Descriptors.Large, declaration.Identifier.GetLocation(), count, count * (topology.Precision == Precision.Double ? 8 : 4));
    }
}
