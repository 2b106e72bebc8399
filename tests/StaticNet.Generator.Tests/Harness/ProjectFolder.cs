using System.Reflection;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>The folder of this project's sources, where snapshots lie.</summary>
internal static class ProjectFolder
{
    public static readonly string Path = typeof(ProjectFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectFolder").Value!;
}
