using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>Finds the user's members that would clash with generated ones. Overloads with other parameters do not clash.</summary>
internal static class NameCollisions
{
    public static void Check(INamedTypeSymbol type, Topology topology, bool isFrozen, bool isBaked, Report report)
    {
        var generated = new GeneratedMembers(
            topology.Layers.Count, topology.IsClassifier, topology.Predicts, topology.HasDropout, topology.Precision == Precision.Double ? "double" : "float", isFrozen, isBaked, type.IsValueType && !isFrozen ? type.ToDisplayString() : null);
        if (generated.IsName(type.Name))
            report.Add(Descriptors.NameCollision, Place(type), type.Name, type.Name);

        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared && !IsPrimaryConstructor(member) && generated.Clashes(member))
                report.Add(Descriptors.NameCollision, Place(member), NameOf(member), type.Name);
        }

        // Hiding an inherited member is a warning in generated code, which would be an error for many.
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers())
            {
                if (member.DeclaredAccessibility != Accessibility.Private && member is not IMethodSymbol { MethodKind: MethodKind.Constructor } && generated.Clashes(member))
                    report.Add(Descriptors.NameCollision, Place(type), member.Name, type.Name);
            }
        }
    }

    /// <summary>The name as the user wrote it: a constructor has its type's, an explicit implementation only the part behind the last dot.</summary>
    private static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? member.ContainingType.Name
        : member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    /// <summary>Those have a diagnostic of their own.</summary>
    private static bool IsPrimaryConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static Location Place(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;
}
