using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generator.Portable;

/// <summary>
/// What is known about names at a place of a kernel: which are type parameters for lanes, and which variables hold lanes. Kernels declare their
/// variables with their types, so syntax is enough to know.
/// </summary>
internal sealed class LaneScope
{
    /// <summary>Vectors that are types, not parameters: their operators are C#'s own.</summary>
    private static readonly HashSet<string> s_vectors = new() { "Units", "OneLane", "Lanes1x128" };

    /// <summary>Operations on lanes that do not yield lanes.</summary>
    private static readonly HashSet<string> s_others = new() { "Count", "Sum", "Store", "StorePairs", "LoadPairs" };

    private readonly LaneScope? _outer;
    private readonly HashSet<string> _lanes = new(), _rules = new(), _numbers = new(), _methods = new();
    private readonly Dictionary<string, string> _variables = new();

    private LaneScope(LaneScope? outer) => _outer = outer;

    /// <summary>The scope of a declaration within another.</summary>
    public static LaneScope Of(SyntaxNode declaration, LaneScope? outer)
    {
        var scope = new LaneScope(outer);
        foreach (var clause in declaration.ChildNodes().OfType<TypeParameterConstraintClauseSyntax>())
            scope.AddParameter(clause);
        if (declaration is TypeDeclarationSyntax type)
            scope.AddMembers(type);
        else
            scope.AddVariables(declaration);
        return scope;
    }

    /// <summary>Whether static members of that name are members of an instance in older C#.</summary>
    public bool HasInstanceMembers(ExpressionSyntax type) => type switch
    {
        IdentifierNameSyntax name => IsLanes(name.Identifier.ValueText) || Any(scope => scope._rules, name.Identifier.ValueText) || s_vectors.Contains(name.Identifier.ValueText),
        GenericNameSyntax name => s_vectors.Contains(name.Identifier.ValueText),
        _ => false,
    };

    /// <summary>Whether it is a type parameter for any floating-point number.</summary>
    public bool IsNumber(ExpressionSyntax type) => type is IdentifierNameSyntax name && Any(scope => scope._numbers, name.Identifier.ValueText);

    /// <summary>The type parameter for lanes that an expression has as its type; null: it has another type.</summary>
    public string? TypeOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => Variable(name.Identifier.ValueText),
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression),
        PrefixUnaryExpressionSyntax unary => TypeOf(unary.Operand),
        BinaryExpressionSyntax binary when Operators.Of(binary.Kind()) is not null => TypeOf(binary.Left) ?? TypeOf(binary.Right),
        ConditionalExpressionSyntax choice => TypeOf(choice.WhenTrue) ?? TypeOf(choice.WhenFalse),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } member when IsLanes(name.Identifier.ValueText) =>
            s_others.Contains(member.Name.Identifier.ValueText) ? null : name.Identifier.ValueText,
        InvocationExpressionSyntax call => ResultOf(call),
        _ => null,
    };

    /// <summary>A function of lanes yields lanes of the same type.</summary>
    private string? ResultOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } && IsLanes(type.Identifier.ValueText))
            return TypeOf(call.Expression);
        if (call.Expression is GenericNameSyntax generic && Any(scope => scope._methods, generic.Identifier.ValueText) && generic.TypeArgumentList.Arguments[0] is IdentifierNameSyntax first && IsLanes(first.Identifier.ValueText))
            return first.Identifier.ValueText;
        return call.ArgumentList.Arguments.Select(argument => TypeOf(argument.Expression)).FirstOrDefault(found => found is not null);
    }

    private void AddParameter(TypeParameterConstraintClauseSyntax clause)
    {
        foreach (var constraint in clause.Constraints.OfType<TypeConstraintSyntax>())
        {
            switch ((constraint.Type as GenericNameSyntax ?? (constraint.Type as QualifiedNameSyntax)?.Right as GenericNameSyntax)?.Identifier.ValueText)
            {
                case "ILanes":
                    _lanes.Add(clause.Name.Identifier.ValueText);
                    break;
                case "IUpdateRule" or "IBatchKernel":
                    _rules.Add(clause.Name.Identifier.ValueText);
                    break;
                case PortableRewriter.NumberInterface:
                    _numbers.Add(clause.Name.Identifier.ValueText);
                    break;
            }
        }
    }

    private void AddMembers(TypeDeclarationSyntax type)
    {
        foreach (var field in type.Members.OfType<FieldDeclarationSyntax>())
            Add(field.Declaration);
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (method.TypeParameterList?.Parameters.Any(parameter => parameter.Identifier.ValueText == method.ReturnType.ToString()) == true)
                _methods.Add(method.Identifier.ValueText);
        }
    }

    private void AddVariables(SyntaxNode method)
    {
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case ParameterSyntax { Type: { } type } parameter when IsLanes(type.ToString()):
                    _variables[parameter.Identifier.ValueText] = type.ToString();
                    break;
                case DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } declared when IsLanes(declared.Type.ToString()):
                    _variables[variable.Identifier.ValueText] = declared.Type.ToString();
                    break;
                case VariableDeclarationSyntax declaration:
                    Add(declaration);
                    break;
            }
        }
    }

    private void Add(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            string? type = declaration.Type.IsVar ? TypeOf(variable.Initializer?.Value) : declaration.Type.ToString();
            if (type is not null && IsLanes(type))
                _variables[variable.Identifier.ValueText] = type;
        }
    }

    private bool IsLanes(string name) => Any(scope => scope._lanes, name);

    private bool Any(Func<LaneScope, HashSet<string>> names, string name) => names(this).Contains(name) || _outer?.Any(names, name) == true;

    private string? Variable(string name) => _variables.TryGetValue(name, out string? type) ? type : _outer?.Variable(name);
}
