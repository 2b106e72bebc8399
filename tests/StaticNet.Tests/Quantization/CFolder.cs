using System.ComponentModel;
using System.Diagnostics;

namespace StaticNet.Tests.Quantization;

/// <summary>A temporary folder to compile and run C in.</summary>
internal sealed class CFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("staticnet").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_path, file), text);

    public void Write(string file, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(Path.Combine(_path, file), bytes);

    public byte[] Read(string file) => File.ReadAllBytes(Path.Combine(_path, file));

    /// <summary>Runs a program, which must succeed.</summary>
    public void Run(string program, string arguments) =>
        Assert.True(TryRun(program, arguments, out string messages), $"{program} {arguments}:\n{messages}");

    /// <summary>Runs what was compiled as "main".</summary>
    public void RunMain() => Run(Path.Combine(_path, "main"), "");

    /// <summary>Runs a program.</summary>
    /// <returns>Whether its exit code was 0.</returns>
    public bool TryRun(string program, string arguments, out string messages)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _path, RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            messages = process.StandardError.ReadToEnd() + output.Result;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"These tests need {program}: install gcc and g++ (apt-get install gcc g++).", exception);
        }
    }
}
