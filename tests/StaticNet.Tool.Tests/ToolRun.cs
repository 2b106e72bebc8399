using System.Diagnostics;

namespace StaticNet.Tool.Tests;

/// <summary>What the program said and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs the program as a user does.</summary>
    public static ToolRun Of(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StaticNet.Tool.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>It did what it was asked to, without a word on standard error.</summary>
    public string AssertFine()
    {
        Assert.Equal((0, ""), (ExitCode, Errors));
        return Output;
    }

    /// <summary>It said what is wrong, in a line on standard error, and nothing on standard output.</summary>
    public void AssertFailed(int exitCode, string message)
    {
        Assert.Contains(message, Errors);
        Assert.Equal((exitCode, ""), (ExitCode, Output));
        Assert.DoesNotContain("   at ", Errors);
        Assert.DoesNotContain("(Parameter", Errors);
    }
}
