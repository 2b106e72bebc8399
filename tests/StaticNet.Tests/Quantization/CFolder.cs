using StaticNet.Tests.CExport;

namespace StaticNet.Tests.Quantization;

/// <summary>A temporary folder to compile and run C in.</summary>
internal sealed class CFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public void Write(string file, string text) => File.WriteAllText(_folder.File(file), text);

    public void Write(string file, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(_folder.File(file), bytes.ToArray());

    public byte[] Read(string file) => File.ReadAllBytes(_folder.File(file));

    /// <summary>Runs a program, which must succeed.</summary>
    public void Run(string program, string arguments) => Native.Run(program, _folder.Path, Split(arguments));

    /// <summary>Runs what was compiled as "main".</summary>
    public void RunMain() => Run(_folder.File("main"), "");

    /// <summary>Runs a program.</summary>
    /// <returns>Whether its exit code was 0.</returns>
    public bool TryRun(string program, string arguments) => Native.Try(program, _folder.Path, Split(arguments)).Code == 0;

    private static string[] Split(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
