using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using Spectre.Console.Cli;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>Computes the outputs of a table, as CSV.</summary>
internal sealed class PredictCommand : NetworkCommand<PredictCommand.Settings>
{
    internal sealed class Settings : NetworkSettings
    {
        [CommandOption("--weights <FILE>", isRequired: true)]
        [Description("A network, .safetensors or .onnx.")]
        public required string Weights { get; init; }

        [CommandOption("--csv <FILE>", isRequired: true)]
        [Description("A table with a column for each input.")]
        public required string Csv { get; init; }

        [CommandOption("--columns <NAMES>")]
        [Description("The columns that are inputs, in order. Default: all.")]
        public string? Columns { get; init; }

        [CommandOption("--output <FILE>")]
        [Description("Where to. Default: standard output.")]
        public string? Output { get; init; }

        public override string Source => Weights;
    }

    /// <inheritdoc/>
    protected override void Run<T>(StoredNetwork<T> network, Settings settings)
    {
        var topology = network.Model.Topology;
        T[] inputs = InputTable.Read<T>(settings.Csv, settings.Columns, topology), output = new T[topology.OutputSize];
        network.Scaling.Inputs?.Transform(inputs);
        var text = new StringBuilder();
        text.Append(topology.IsClassifier ? "class," : "").AppendJoin(',', Enumerable.Range(0, output.Length).Select(j => FormattableString.Invariant($"output{j}"))).Append('\n');
        for (int row = 0; row < inputs.Length; row += topology.InputSize)
        {
            var input = inputs.AsSpan(row, topology.InputSize);
            int label = network.Model.Predict(input, output);
            if (topology.IsClassifier)
                text.Append(CultureInfo.InvariantCulture, $"{label},");
            network.Scaling.Targets?.Inverse(output);
            text.AppendJoin(',', output.Select(number => number.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        if (settings.Output is { } path)
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
        else
            Console.Write(text);
    }
}
