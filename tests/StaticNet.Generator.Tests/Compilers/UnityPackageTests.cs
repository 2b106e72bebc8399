using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Compilers;

/// <summary>The parts of the Unity package that are written by hand; tests/unity.sh checks what is put together from them.</summary>
public sealed class UnityPackageTests
{
    private static string Folder => Path.Combine(ProjectFolder.Path, "..", "..", "unity");

    [Fact]
    public void Has_the_version_of_the_library()
    {
        var package = Read("package.json");
        Assert.Equal(typeof(NetworkAttribute).Assembly.GetName().Version!.ToString(3), package.GetProperty("version").GetString());
        Assert.All(package.GetProperty("samples").EnumerateArray(), sample => Assert.True(Directory.Exists(Path.Combine(Folder, sample.GetProperty("path").GetString()!))));
    }

    [Fact]
    public void Its_assembly_refers_to_the_runtime() =>
        Assert.Equal("StaticNet.dll", Assert.Single(Read("Runtime/StaticNet.Unity.asmdef").GetProperty("precompiledReferences").EnumerateArray()).GetString());

    /// <summary>Unity has no packages of .NET's: the runtime must be all there is.</summary>
    [Theory]
    [InlineData("netstandard2.1", "netstandard")]
    [InlineData("netstandard2.0", "netstandard, System.Memory")]
    public void The_runtime_depends_on_little(string target, string expected)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, target, "StaticNet.dll")));
        var metadata = file.GetMetadataReader();
        var names = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Split(", ").Order(StringComparer.Ordinal), names);
    }

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;
}
