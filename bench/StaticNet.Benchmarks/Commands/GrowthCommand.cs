using System.Globalization;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Growth;
using StaticNet.Benchmarks.Measuring;

namespace StaticNet.Benchmarks.Commands;

/// <summary>
/// How cost grows with the network: nanoseconds a multiply-add should fall or stay flat, and nowhere jump by more than half from one
/// size to the next.
/// </summary>
internal static class GrowthCommand
{
    private const int Batch = 256;
    private const double Cliff = 1.5;

    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        CommandLine options;
        try
        {
            options = new CommandLine(args, ("--plot", []));
        }
        catch (FormatException mistake)
        {
            return Usage.Mistake(mistake.Message);
        }

        Sweep[] sweeps =
        [
            .. Measure("hidden units", GrowthPoint.HiddenSizes),
            .. Measure("hidden layers of 32", GrowthPoint.Depths),
        ];
        if (options["--plot", ""] is { Length: > 0 } file)
            File.WriteAllText(file, GrowthPlot.Draw(sweeps));
        return 0;
    }

    /// <summary>Measures and prints one table; a curve for each method.</summary>
    private static IEnumerable<Sweep> Measure(string varied, GrowthPoint[] points)
    {
        Console.WriteLine($"\n| {varied} | Forward, ns/multiply-add | ForwardBatch of {Batch} | TrainBatch of {Batch} | steps above {Cliff} |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | --- |");
        Sweep[] sweeps = [new(varied, "Forward", []), new(varied, "ForwardBatch", []), new(varied, "TrainBatch", [])];
        foreach (var point in points)
        {
            double[] times = Measure(point);
            var cliffs = new List<string>();
            for (int i = 0; i < times.Length; i++)
            {
                if (sweeps[i].Points is [.., var before] && times[i] > Cliff * before.Time)
                    cliffs.Add($"{sweeps[i].Method} {(times[i] / before.Time).ToString("F2", CultureInfo.InvariantCulture)}");
                sweeps[i].Points.Add((point.Size, times[i]));
            }

            string cells = string.Join(" | ", times.Select(time => time.ToString("F4", CultureInfo.InvariantCulture)));
            Console.WriteLine($"| {point.Size} | {cells} | {string.Join(", ", cliffs)} |");
        }

        return sweeps;
    }

    private static double[] Measure(GrowthPoint point)
    {
        var network = point.Create();
        var inputs = new float[Batch * network.InputSize];
        var labels = new int[Batch];
        var outputs = new float[Batch * network.OutputSize];
        new NativeRandom(3).Fill(inputs, 1);
        for (int i = 0; i < Batch; i++)
            labels[i] = i % network.OutputSize;
        var sgd = new Sgd<float> { LearningRate = 0.01f };

        double one = Time(() => network.Forward(inputs.AsSpan(0, network.InputSize), outputs.AsSpan(0, network.OutputSize)));
        double batch = Time(() => network.ForwardBatch(inputs, outputs)) / Batch;
        double train = Time(() => network.TrainBatch(inputs, labels, sgd)) / Batch;
        return [one / point.ForwardOperations, batch / point.ForwardOperations, train / point.TrainingOperations];
    }

    private static double Time(Action call) => Timing.Of(calls =>
    {
        for (long i = 0; i < calls; i++)
            call();
    }).Min;
}
