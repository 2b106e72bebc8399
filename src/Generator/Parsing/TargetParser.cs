using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>From the compilation to what generated code may use. The runtime that it refers to tells the target: it was built for it.</summary>
internal static class TargetParser
{
    /// <summary>What every target has but .NET Standard.</summary>
    private const string Vectors = "StaticNet.Lanes.VectorWidth";

    /// <summary>What every target has but .NET Standard 2.0.</summary>
    private const string Values = "StaticNet.Portable.Lanes.Inside";

    public static TargetSpec Parse(Compilation compilation, TypeDeclarationSyntax declaration, bool isBakedValue, Report report)
    {
        bool isPortable = compilation.GetTypeByMetadataName(Vectors) is null;
        CheckLanguage(declaration, Least(isPortable, isBakedValue), report);
        return new TargetSpec(!isPortable && compilation.Options is CSharpCompilationOptions { AllowUnsafe: true }, isPortable, Language(declaration));
    }

    /// <summary>Whether spans of what lies inside a value are to be had.</summary>
    public static bool HasValues(Compilation compilation) => compilation.GetTypeByMetadataName(Values) is not null;

    private static int Language(TypeDeclarationSyntax declaration) => (int)((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion;

    /// <summary>A struct with baked weights has a constructor without parameters, which C# 10 has brought.</summary>
    private static int Least(bool isPortable, bool isBakedValue) => !isPortable ? 11 : isBakedValue ? 10 : 9;

    private static void CheckLanguage(TypeDeclarationSyntax declaration, int least, Report report)
    {
        // C# 9 has the number 900, C# 11 1100; the compiler this is built against does not know the name of the second yet.
        if (Language(declaration) < least * 100)
            report.Add(Descriptors.LanguageVersion, declaration.Identifier.GetLocation(), ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion.ToDisplayString(), least);
    }
}
