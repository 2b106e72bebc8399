using System.ComponentModel;
using System.Diagnostics;

namespace StaticNet.Tests.CExport;

/// <summary>Programs that are no part of .NET: compilers, and what they make.</summary>
internal static class Native
{
    /// <summary>What every header is compiled with: no warning is let through, in any of the dialects.</summary>
    public static readonly string[] Strict = ["-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wdouble-promotion", "-Werror", "-pedantic"];

    /// <summary>Runs a program, which has to end well, and returns what it printed.</summary>
    public static string Run(string program, string folder, params IEnumerable<string> arguments)
    {
        var (code, output) = Try(program, folder, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }

    /// <summary>Runs a program and returns its exit code with all that it printed.</summary>
    public static (int Code, string Output) Try(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(120_000), $"{program} did not end.");
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"These tests compile C, and {program} cannot be run. GCC (gcc, g++, nm) is needed: tests/native-tools.sh installs it.", exception);
        }
    }

    /// <summary>Whether a program can be found.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
