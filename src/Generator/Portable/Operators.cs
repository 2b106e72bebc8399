using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generator.Portable;

/// <summary>The methods that operators of lanes are in C# without static members in interfaces.</summary>
internal static class Operators
{
    /// <summary>The method of an operator between two, or of the assignment with it; null: lanes have no such operator.</summary>
    public static string? Of(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression or SyntaxKind.AddAssignmentExpression or SyntaxKind.PlusToken => "Add",
        SyntaxKind.SubtractExpression or SyntaxKind.SubtractAssignmentExpression or SyntaxKind.MinusToken => "Subtract",
        SyntaxKind.MultiplyExpression or SyntaxKind.MultiplyAssignmentExpression or SyntaxKind.AsteriskToken => "Multiply",
        SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression or SyntaxKind.SlashToken => "Divide",
        _ => null,
    };
}
