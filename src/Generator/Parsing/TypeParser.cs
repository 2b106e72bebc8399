using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>From the annotated type's symbol to where its generated part goes.</summary>
internal static class TypeParser
{
    /// <returns>Null where the type cannot be a network; it has been reported.</returns>
    public static TypeSpec? Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, bool isFrozen, Compilation compilation, Report report, CancellationToken cancellation)
    {
        var location = declaration.Identifier.GetLocation();
        if (Unsupported(type, declaration, isFrozen, compilation) is { } kind)
        {
            report.Add(Descriptors.KindNotSupported, location, type.Name, kind);
            return null;
        }

        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            report.Add(Descriptors.NotPartial, location, type.Name);
        if (type.TypeParameters.Length > 0)
            report.Add(Descriptors.Generic, location, type.Name);

        var containers = new List<string>();
        foreach (var container in Containers(declaration))
        {
            if (!container.Modifiers.Any(SyntaxKind.PartialKeyword))
                report.Add(Descriptors.ContainerNotPartial, container.Identifier.GetLocation(), container.Identifier.Text, type.Name);
            if (container.TypeParameterList is not null)
                report.Add(Descriptors.Generic, container.Identifier.GetLocation(), container.Identifier.Text);
            containers.Insert(0, $"partial {Keywords(container)} {container.Identifier.Text}");
        }

        CheckPrimaryConstructor(type, report, cancellation);
        if (!isFrozen)
            CheckConstructors(type, report, cancellation);
        CheckBase(type, location, report);

        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Escaped);
        return new TypeSpec(
            space,
            containers.ToEquatableArray(),
            declaration.Identifier.Text,
            FullName(type),
            IsConstructible(type, compilation, cancellation),
            type.IsValueType,
            type.IsValueType && HasFieldsWithoutLayout(type));
    }

    private static bool IsConstructible(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        !type.IsAbstract
        && !HasRequiredMembers(type, cancellation)
        && compilation.GetCompilationNamespace(type.ContainingNamespace)?.GetMembers(type.Name).OfType<INamespaceSymbol>().Any() != true;

    /// <summary>Source tells it by a keyword, which the compiler this is built against does not know yet; metadata by an attribute.</summary>
    private static bool HasRequiredMembers(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var members = ancestor.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().SelectMany(part => part.Members);
            if (members.Any(member => member.Modifiers.Any(modifier => modifier.ValueText == "required"))
                || ancestor.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Runtime.CompilerServices.RequiredMemberAttribute"))
                return true;
        }

        return false;
    }

    private static bool HasFieldsWithoutLayout(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false })
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Runtime.InteropServices.StructLayoutAttribute");

    /// <summary>For file names, where @ is not allowed.</summary>
    private static readonly SymbolDisplayFormat Plain = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>For code: namespace parts that are keywords keep their @.</summary>
    private static readonly SymbolDisplayFormat Escaped = Plain.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static string? Unsupported(INamedTypeSymbol type, TypeDeclarationSyntax declaration, bool isFrozen, Compilation compilation)
    {
        if (IsFileLocal(declaration))
            return "a file-local type, which no other file can add to";
        if (Containers(declaration).Any(IsFileLocal))
            return "inside a file-local type, which no other file can add to";
        if (type.IsRecord)
            return "a record, whose equality and copies would not see the parameters";
        if (type.IsRefLikeType)
            return "a ref struct, which no array holds and no interface sees";
        if (type.IsValueType && type.IsReadOnly && !isFrozen)
            return "a readonly struct, whose parameters could not change";
        if (type.IsValueType && !isFrozen && !TargetParser.HasValues(compilation))
            return "a struct, for which .NET Standard 2.0 has no spans of what lies inside it";
        return type.IsStatic && !isFrozen ? "static, which only a frozen network can be" : null;
    }

    private static bool IsFileLocal(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(modifier => modifier.ValueText == "file");

    private static IEnumerable<TypeDeclarationSyntax> Containers(TypeDeclarationSyntax declaration) =>
        declaration.Ancestors().OfType<TypeDeclarationSyntax>();

    private static string Keywords(TypeDeclarationSyntax declaration) =>
        declaration is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"record {record.ClassOrStructKeyword.Text}"
            : declaration.Keyword.Text;

    private static string FullName(INamedTypeSymbol type)
    {
        string name = type.Name;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
            name = $"{container.Name}+{name}";
        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString(Plain)}.{name}";
    }

    private static void CheckPrimaryConstructor(INamedTypeSymbol type, Report report, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation) as TypeDeclarationSyntax;
            var parameters = syntax?.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
            if (parameters is not null)
                report.Add(Descriptors.PrimaryConstructor, parameters.GetLocation(), type.Name);
        }
    }

    private static void CheckConstructors(INamedTypeSymbol type, Report report, CancellationToken cancellation)
    {
        // Those that collide with the network's own are reported as such.
        var others = type.InstanceConstructors.Where(constructor => constructor.Parameters is not ([] or [{ Type.SpecialType: SpecialType.System_UInt64 }]));
        foreach (var reference in others.SelectMany(constructor => constructor.DeclaringSyntaxReferences))
        {
            if (reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax { Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } } constructor)
                report.Add(Descriptors.ZeroWeights, constructor.Identifier.GetLocation(), type.Name);
        }
    }

    private static void CheckBase(INamedTypeSymbol type, Location location, Report report)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.NetworkAttribute() is not null)
                report.Add(Descriptors.BaseType, location, type.Name, ancestor.Name, "is a network itself");
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: TypeKind.Class } parent
            && !parent.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams) && IsAccessible(constructor, type)))
            report.Add(Descriptors.BaseType, location, type.Name, parent.Name, "has no constructor without parameters that it could call");
    }

    private static bool IsAccessible(IMethodSymbol constructor, INamedTypeSymbol from) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, from.ContainingAssembly)
            || constructor.ContainingAssembly.GivesAccessTo(from.ContainingAssembly),
        _ => true,
    };
}
