using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Fuzz;

/// <summary>Fuzzing in this process, without any other tool: changed files of the corpus, one after the other, up to the first finding.</summary>
internal static class RandomRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Reads <paramref name="executions"/> files, and prints how it went.</summary>
    /// <returns>The exit code: 0 if there was no finding.</returns>
    public static int Run(IReadOnlyList<byte[]> corpus, long executions, int seed)
    {
        var mutator = new Mutator(corpus, seed);
        byte[] file = [];
        long done = 0, networks = 0, seen = -1;
        // What never ends is a finding, too.
        using var watchdog = new Timer(_ =>
        {
            if (Interlocked.Exchange(ref seen, Volatile.Read(ref done)) == Volatile.Read(ref done))
                Environment.Exit(Report(file, "still not read", done));
        }, null, s_patience, s_patience);
        long start = Stopwatch.GetTimestamp();
        for (; done < executions; Volatile.Write(ref done, done + 1))
        {
            file = mutator.Next();
            try
            {
                networks += Reading.Run(file) ? 1 : 0;
            }
            catch (Exception exception)
            {
                return Report(file, exception.ToString(), done);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{executions} executions from {corpus.Count} files, seed {seed}: {seconds:F1} s, {executions / seconds:F0} a second; {networks} were networks, the others were refused; 0 crashes, 0 hangs"));
        return 0;
    }

    private static int Report(byte[] file, string what, long done)
    {
        string path = Path.Combine(Path.GetTempPath(), "staticnet-finding.safetensors");
        File.WriteAllBytes(path, file);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Execution {done}, the file is {path}: {what}"));
        return 1;
    }
}
