using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>Finds the user's members that would clash with generated ones. Overloads with other parameters do not clash.</summary>
internal static class NameCollisions
{
    public static void Check(INamedTypeSymbol type, Topology topology, Report report)
    {
        var generated = new GeneratedMembers(
            topology.Layers.Count, topology.IsClassifier, topology.Predicts, topology.Precision == Precision.Double ? "double" : "float");
        if (generated.IsName(type.Name))
            report.Add(Descriptors.NameCollision, Place(type), type.Name, type.Name);

        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared && generated.Clashes(member))
                report.Add(Descriptors.NameCollision, Place(member), member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : member.Name, type.Name);
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

    private static Location Place(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;
}
