using System.Text;
using Spectre.Console.Cli;
using StaticNet.Tool;

Console.OutputEncoding = Encoding.UTF8;

var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("staticnet");
    config.SetApplicationVersion(typeof(Failure).Assembly.GetName().Version!.ToString(3));
    config.UseStrictParsing();
    config.SetExceptionHandler((exception, _) => Failure.Report(exception));

    config.AddCommand<InspectCommand>("inspect").WithDescription("Tells topology, size and the numbers of each layer.").WithExample("inspect", "moons.safetensors");
    config.AddCommand<ConvertCommand>("convert").WithDescription("From one format to another, by the names' endings.").WithExample("convert", "a.onnx", "b.safetensors");
    config.AddCommand<ExportCommand>("export").WithDescription("Writes a C99 header.").WithExample("export", "moons.safetensors", "--header", "moon_net.h");
    config.AddCommand<PredictCommand>("predict").WithDescription("Computes the outputs of the rows of a CSV file.").WithExample("predict", "--weights", "moons.safetensors", "--csv", "points.csv");
});

// The library knows no long option of one letter.
return app.Run(args.Select(argument => argument == "--c" || argument.StartsWith("--c=", StringComparison.Ordinal) ? "--header" + argument["--c".Length..] : argument));
