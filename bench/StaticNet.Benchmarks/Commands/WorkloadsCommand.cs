using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Measuring;
using StaticNet.Benchmarks.Workloads;
using StaticNet.Lanes;

namespace StaticNet.Benchmarks.Commands;

/// <summary>Times W1 to W6 as the native reference programs do, for bench/compare-native.sh.</summary>
internal static class WorkloadsCommand
{
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        CommandLine options;
        try
        {
            options = new CommandLine(args, ("--only", []), ("--width", ["512", "256", "128"]), ("--precision", ["single", "double"]), ("--core", []));
        }
        catch (FormatException mistake)
        {
            return Usage.Mistake(mistake.Message);
        }

        VectorWidth.Limit = int.Parse(options["--width", "512"], CultureInfo.InvariantCulture);
        if (options["--core", ""] is { Length: > 0 } core && !Affinity.TrySet(core))
            return Usage.Mistake($"--core needs the number of a core this process may use, on Linux or Windows; got {core}.");
        string precision = options["--precision", "single"], only = options["--only", ""];
        Console.WriteLine($"# {RuntimeInformation.FrameworkDescription}, {Width}-bit vectors, {precision} precision; nanoseconds: median, min");
        var groups = precision == "single"
            ? Groups<float, Moon, Deep, Image, Matrix>()
            : Groups<double, MoonDouble, DeepDouble, ImageDouble, MatrixDouble>();
        bool any = false;
        foreach (var (name, workloads) in groups)
        {
            // Nothing is set up for a group that is not asked for.
            if (!name.StartsWith(only, StringComparison.Ordinal) && !only.StartsWith(name, StringComparison.Ordinal))
                continue;
            foreach (var workload in workloads())
            {
                if (!workload.Name.StartsWith(name, StringComparison.Ordinal) || !workload.Name.StartsWith(only, StringComparison.Ordinal))
                    continue;
                string check = workload.Check();
                Console.WriteLine(Report.Line(workload, workload.Measure(), check));
                any = true;
            }
        }

        return any ? 0 : Usage.Mistake($"No workload's name starts with {only}.");
    }

    private static int Width => VectorWidth.Is512 ? 512 : VectorWidth.Is256 ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static IEnumerable<(string Name, Func<IEnumerable<Workload>> Workloads)> Groups<T, TMoon, TDeep, TImage, TMatrix>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TMoon : struct, IClassifierModel<T>
        where TDeep : struct, IClassifierModel<T>
        where TImage : struct, IClassifierModel<T>
        where TMatrix : struct, IRegressionModel<T> =>
    [
        ("W1", () => new MoonWorkloads<TMoon, T>().All()),
        ("W2", () => new MoonWorkloads<TMoon, T>().All()),
        ("W3", () => new MoonWorkloads<TMoon, T>().All()),
        ("W4", () => new ClassifierWorkloads<TDeep, T>("W4", Problems.Deep().As<T>(), new PlainNetwork(16, 64, 64, 4)).All()),
        ("W5", () => new ClassifierWorkloads<TImage, T>("W5", Problems.Images().As<T>(), new PlainNetwork(784, 32, 10)).All()),
        ("W6", () => new MatrixWorkloads<TMatrix, T>().All()),
    ];
}
