using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Parsing;

/// <summary>Finds the attribute that makes a type a network.</summary>
internal static class NetworkAttributes
{
    /// <summary>The first such attribute of a type; null: it is no network.</summary>
    public static AttributeData? NetworkAttribute(this ISymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == NetworkGenerator.AttributeName);
}
