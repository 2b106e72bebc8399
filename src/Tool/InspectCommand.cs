using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Spectre.Console.Cli;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>Tells what is in a file.</summary>
internal sealed class InspectCommand : NetworkCommand<InspectCommand.Settings>
{
    internal sealed class Settings : NetworkSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A network, .safetensors or .onnx.")]
        public required string File { get; init; }

        public override string Source => File;
    }

    /// <inheritdoc/>
    protected override void Run<T>(StoredNetwork<T> network, Settings settings)
    {
        var topology = network.Model.Topology;
        Console.WriteLine(Invariant($"topology      {topology}"));
        Console.WriteLine(Invariant($"loss          {topology.Loss}, {topology.Reduction} over a batch"));
        Console.WriteLine(Invariant($"parameters    {topology.ParameterCount:#,0} of type {(typeof(T) == typeof(double) ? "double" : "float")}, {(long)topology.ParameterCount * Unsafe.SizeOf<T>():#,0} bytes"));
        Console.WriteLine(Invariant($"multiply-adds {topology.MultiplyAdds:#,0} a forward pass"));
        Console.WriteLine(Invariant($"file          {new FileInfo(settings.File).Length:#,0} bytes{(network.Golden is null ? "" : ", self-test passed")}"));
        foreach (var (name, scaler) in new[] { ("inputs", network.Scaling.Inputs), ("targets", network.Scaling.Targets) })
        {
            if (scaler is not null)
                Console.WriteLine($"{name,-13} scaled: (x − offset)·factor, offset {Numbers(scaler.Offset)}, factor {Numbers(scaler.Factor)}");
        }

        Console.WriteLine();
        Console.WriteLine($"{"",-4} {"shape",-13} {"min",11} {"max",11} {"mean",11} {"deviation",11} {"zeros",7}");
        var rest = (ReadOnlySpan<T>)network.Model.Parameters;
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1];
            Line(Invariant($"W{layer + 1}"), Invariant($"{inputs} × {units}"), rest[..(inputs * units)]);
            Line(Invariant($"b{layer + 1}"), Invariant($"{units}"), rest.Slice(inputs * units, units));
            rest = rest[((inputs + 1) * units)..];
        }
    }

    private static void Line<T>(string name, string shape, ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] values = Array.ConvertAll(numbers.ToArray(), double.CreateChecked);
        double mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        Console.WriteLine(Invariant($"{name,-4} {shape,-13} {values.Min(),11:G5} {values.Max(),11:G5} {mean,11:G5} {deviation,11:G5} {values.Count(value => value == 0),7}"));
    }

    private static string Numbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        $"[{string.Join(", ", numbers[..Math.Min(6, numbers.Length)].ToArray().Select(number => number.ToString("G5", CultureInfo.InvariantCulture)))}{(numbers.Length > 6 ? ", …" : "")}]";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
