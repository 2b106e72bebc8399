using System.IO;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using StaticNet.Generator.Portable;

namespace StaticNet.Portable;

/// <summary>Gives the compiler the runtime's sources, translated: for code without static members in interfaces. The project lists them as additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PortableSources : IIncrementalGenerator
{
    /// <summary>Documentation refers to members by their other form; in the sources themselves references are checked.</summary>
    private const string Head = "#nullable enable\n#pragma warning disable CS1574, CS1580, CS1581, CS1584\n";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sources = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(static (file, cancellation) => (Name: Name(file.Path), Text: Head + PortableRewriter.Translate(file.GetText(cancellation)!.ToString())));
        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            output.AddSource(source.Name, SourceText.From(source.Text, Encoding.UTF8));
            if (!source.Name.Contains(MembersOfAll))
                return;
            foreach (string type in new[] { "OneLane", "Lanes1x128" })
                output.AddSource(source.Name.Replace(MembersOfAll, type), SourceText.From(source.Text.Replace(MembersOfAll, type), Encoding.UTF8));
        });
    }

    /// <summary>The type whose members, in a file of their own, two others have as well.</summary>
    private const string MembersOfAll = "PortableLanes";

    /// <summary>Folder and file, which no two of the sources have in common.</summary>
    private static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}.{Path.GetFileNameWithoutExtension(path)}.g.cs";
}
