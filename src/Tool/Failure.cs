using Spectre.Console.Cli;
using StaticNet.Data;

namespace StaticNet.Tool;

/// <summary>What is said, on standard error, when the program cannot do what it was asked to.</summary>
internal static class Failure
{
    private const int Failed = 1, BadArguments = 2;

    /// <summary>Explains an error in a line; those that are a mistake of the program keep their stack trace.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception)
    {
        bool isOfArguments = exception is CommandAppException or ArgumentException;
        bool isExpected = isOfArguments || exception is IOException or UnauthorizedAccessException or CsvException;
        Console.Error.WriteLine(isExpected ? $"Error: {Line(exception)}" : exception.ToString());
        if (isOfArguments)
            Console.Error.WriteLine("Try --help.");
        return isOfArguments ? BadArguments : Failed;
    }

    /// <summary>Parameters' names mean nothing to whoever calls a command.</summary>
    private static string Line(Exception exception) =>
        (exception is ArgumentException argument ? Guard.Reason(argument) : exception.Message).ReplaceLineEndings(" ");

    /// <summary>Something that the user should know, and that stops nothing.</summary>
    public static void Warn(string text) => Console.Error.WriteLine($"Warning: {text}");
}
