using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Parsing;

/// <summary>The named arguments of the attribute, each with its place in the source.</summary>
internal sealed class AttributeArguments
{
    private readonly AttributeData _attribute;
    private readonly AttributeSyntax? _syntax;
    private readonly Report _report;

    public AttributeArguments(AttributeData attribute, Report report, CancellationToken cancellation)
    {
        _attribute = attribute;
        _syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        _report = report;
    }

    /// <summary>Values the compiler itself could not make sense of; it has reported them.</summary>
    public bool HasCompilerErrors => _attribute.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error);

    /// <summary>The place of the whole attribute.</summary>
    public Location Location => _syntax?.GetLocation() ?? Location.None;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The argument's value, not the part before the equals sign; of a list, the element.</summary>
    public Location LocationOf(string name, int? element = null)
    {
        var expression = _syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
        if (expression is null)
            return Location;
        if (element is { } index)
        {
            return (Elements(expression).ElementAtOrDefault(index) ?? expression).GetLocation();
        }

        return expression.GetLocation();
    }

    /// <summary>The elements of a list as they are written; none in <c>new int[2]</c>.</summary>
    private static IEnumerable<SyntaxNode> Elements(ExpressionSyntax list) => list switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax array => array.Initializer?.Expressions ?? Enumerable.Empty<SyntaxNode>(),
        // [a, b], which this version of Roslyn has no type for.
        _ => list.ChildNodes(),
    };

    public int? Int(string name) => Find(name)?.Value as int?;

    /// <summary>The elements of a list; null where it is absent or null.</summary>
    public IReadOnlyList<int>? Ints(string name) =>
        Find(name) is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(value => value.Value as int? ?? 0).ToArray()
            : null;

    public string? Text(string name) => Find(name)?.Value as string;

    public bool? Bool(string name) => Find(name)?.Value as bool?;

    public double? Double(string name) => Find(name)?.Value as double?;

    /// <inheritdoc cref="Ints"/>
    public IReadOnlyList<double>? Doubles(string name) =>
        Find(name) is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(value => value.Value as double? ?? 0).ToArray()
            : null;

    /// <summary>An enum value; null where it is absent, or unknown, which is reported.</summary>
    public TEnum? Enum<TEnum>(string name)
        where TEnum : struct, Enum =>
        Find(name)?.Value is int value ? Known<TEnum>(value, name, null) : null;

    /// <summary>A list of enum values; unknown ones are reported and become null.</summary>
    public IReadOnlyList<TEnum?>? Enums<TEnum>(string name)
        where TEnum : struct, Enum =>
        Ints(name)?.Select((value, index) => Known<TEnum>(value, name, index)).ToArray();

    private TEnum? Known<TEnum>(int value, string name, int? element)
        where TEnum : struct, Enum
    {
        if (System.Enum.IsDefined(typeof(TEnum), value))
            return (TEnum)(object)value;
        _report.Add(Descriptors.UnknownValue, LocationOf(name, element), value, typeof(TEnum).Name);
        return null;
    }

    private TypedConstant? Find(string name)
    {
        foreach (var argument in _attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }
}
