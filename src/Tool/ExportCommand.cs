using System.ComponentModel;
using System.Numerics;
using System.Text;
using Spectre.Console.Cli;
using StaticNet.Quantization;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>Writes a network as C.</summary>
internal sealed class ExportCommand : NetworkCommand<ExportCommand.Settings>
{
    internal sealed class Settings : NetworkSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A network, .safetensors or .onnx.")]
        public required string File { get; init; }

        [CommandOption("-c|--header <HEADER>", isRequired: true)]
        [Description("The C header to write; -c and --c are short for it.")]
        public required string Header { get; init; }

        [CommandOption("--name <NAME>")]
        [Description("What names in it start with. Default: the header's name.")]
        public string? Name { get; init; }

        [CommandOption("--libm")]
        [Description("Use fmaf and the like of the C library instead of its own.")]
        public bool UseLibm { get; init; }

        [CommandOption("--int8 <CSV>")]
        [Description("Quantise to 8-bit integers, calibrated on the inputs of this file.")]
        public string? Calibration { get; init; }

        [CommandOption("--columns <NAMES>")]
        [Description("The columns of that file that are inputs, in order. Default: all.")]
        public string? Columns { get; init; }

        public override string Source => File;
    }

    /// <inheritdoc/>
    protected override void Run<T>(StoredNetwork<T> network, Settings settings)
    {
        if (settings is { UseLibm: true, Calibration: not null })
            throw new ArgumentException("Expected --libm or --int8, got both: integers need nothing of the C library.");
        if (settings is { Columns: not null, Calibration: null })
            throw new ArgumentException("Expected --int8 with --columns, got --columns alone: they are those of its file.");
        var model = Unscaled.Of(network);
        string name = settings.Name ?? Path.GetFileNameWithoutExtension(settings.Header).Replace('-', '_').Replace('.', '_');
        var text = new StringWriter { NewLine = "\n" };
        if (settings.Calibration is { } csv)
            Quantized(model, csv, settings).ExportC(text, name);
        else
            model.ExportC(text, new CExportOptions { Name = name, UseLibm = settings.UseLibm });
        AtomicFile.Write(settings.Header, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
        Console.WriteLine($"{settings.Header}: {name}_forward, {model.Topology}");
    }

    private static QuantizedNetwork Quantized<T>(NetworkModel<T> model, string csv, Settings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] samples = InputTable.Read<T>(csv, settings.Columns, model.Topology);
        try
        {
            return QuantizedNetwork.Create<T>(model, samples);
        }
        catch (ArgumentException exception)
        {
            // The command was understood; it is a file that does not fit.
            throw new IOException($"{(exception.ParamName == "calibrationInputs" ? csv : settings.File)}: {Guard.Reason(exception)}", exception);
        }
    }
}
