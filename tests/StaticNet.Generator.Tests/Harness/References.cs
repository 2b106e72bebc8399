using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>What the user's project refers to: the framework that runs these tests, and the StaticNet runtime.</summary>
internal static class References
{
    public static readonly ImmutableArray<MetadataReference> All = Load();

    /// <summary>The same for .NET Standard: <c>netstandard2.0</c> or <c>netstandard2.1</c>.</summary>
    public static ImmutableArray<MetadataReference> Of(string target) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, target), "*.dll").Select(path => MetadataReference.CreateFromFile(path))];

    private static ImmutableArray<MetadataReference> Load()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string assemblies = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return assemblies.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }
}
