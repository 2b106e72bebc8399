using System.Diagnostics;
using System.Globalization;
using StaticNet.Benchmarks.Workloads;

namespace StaticNet.Benchmarks.Commands;

/// <summary>
/// How long the first training run of a fresh process takes, everything that the JIT does for it included, against the second run
/// in the same process: 20,000 epochs of W1 each.
/// </summary>
internal static class ColdStartCommand
{
    private const int Epochs = 20_000;
    private const string Child = "--child";

    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is [Child])
            return RunOnce();
        CommandLine options;
        try
        {
            options = new CommandLine(args, ("--processes", []));
        }
        catch (FormatException mistake)
        {
            return Usage.Mistake(mistake.Message);
        }

        if (!int.TryParse(options["--processes", "5"], CultureInfo.InvariantCulture, out int processes) || processes < 1)
            return Usage.Mistake("--processes needs a number of at least 1.");

        var runs = Enumerable.Range(0, processes).Select(_ => StartOnce()).ToArray();
        double first = Median(runs.Select(run => run.First)), second = Median(runs.Select(run => run.Second));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # {Epochs} epochs of W1, milliseconds of wall time, median of {processes} processes
            first {first:F2}
            second {second:F2}
            ratio {first / second:F2}
            """));
        return 0;
    }

    private static int RunOnce()
    {
        var moons = new MoonWorkloads<Moon, float>();
        moons.Reset();
        double first = Time(moons), second = Time(moons);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first:R} {second:R}"));
        return 0;
    }

    private static double Time(MoonWorkloads<Moon, float> moons)
    {
        long start = Stopwatch.GetTimestamp();
        moons.Epochs(Epochs);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static (double First, double Second) StartOnce()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ColdStartCommand).Assembly.Location);
        start.ArgumentList.Add("cold-start");
        start.ArgumentList.Add(Child);
        using var process = Process.Start(start)!;
        string[] times = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return (double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
