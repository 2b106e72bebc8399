using Spectre.Console;
using Spectre.Console.Cli;
using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>What is said, on standard error, when the program cannot do what it was asked to.</summary>
internal static class Failure
{
    private const int BadArguments = 2;
    private const int Failed = 1;

    /// <summary>Explains an error that the user can do something about; others keep their stack trace.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        switch (exception)
        {
            case CommandAppException { Pretty: { } explanation }:
                console.Write(explanation);
                console.WriteLine("Try --help.");
                return BadArguments;
            case CommandAppException:
                console.MarkupLineInterpolated($"[red]Error:[/] {exception.Message}");
                console.WriteLine("Try --help.");
                return BadArguments;
            case IOException or UnauthorizedAccessException or CsvException:
                console.MarkupLineInterpolated($"[red]Error:[/] {exception.Message}");
                return Failed;
            default:
                console.WriteException(exception);
                return Failed;
        }
    }
}
