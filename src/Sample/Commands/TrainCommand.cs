using Spectre.Console;
using Spectre.Console.Cli;
using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>Any CSV file: finds out what is to be predicted, trains the smallest network of this program that it fits into, and tells how good that is.</summary>
internal sealed class TrainCommand : Command<TrainSettings>
{
    private const double TestShare = 0.2;
    private const int LeastRows = 20;

    /// <inheritdoc/>
    public override int Execute(CommandContext context, TrainSettings settings, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var pictures = new PictureFolder(settings.Output);
        var csv = CsvFile.Infer(settings.File, settings.Target);
        var data = CsvFile.Load<float>(settings.File, csv);
        string target = csv.Label ?? csv.Targets![0];
        if (data.Count < LeastRows)
            throw new IOException($"{settings.File} has {data.Count} rows; to learn from some and be tested on others takes {LeastRows} at least.");
        var shape = ReadyShape.For(data.InputSize, data.ClassCount);
        Report.Heading(console, $"{Path.GetFileName(settings.File)}: {shape.Name}");
        Report.Line(console, $"{data.Count:#,0} rows, {data.InputSize} inputs. To be predicted: {target}, {(data.HasLabels ? $"{data.ClassCount} classes ({string.Join(", ", data.ClassNames.Take(6))}{(data.ClassCount > 6 ? ", …" : "")})" : "a number")}.");

        Report.Line(console, $"The smallest network of this program that they fit into is {shape.Name}.");
        var (training, test) = data.Split(1 - TestShare, settings.SeedNumber);
        Report.Line(console, $"{training.Count:#,0} rows to learn from, a fifth of them to tell when to stop; {test.Count:#,0} to be tested on. Columns are scaled to mean 0, deviation 1.");
        var scaler = Scaler<float>.Standard(training);
        var targetScaler = data.HasLabels ? null : Scaler<float>.Standard(training.Targets, 1);
        training = Prepare(training, shape, scaler, targetScaler);
        var network = shape.Create(settings.SeedNumber);
        var options = new TrainingOptions { Epochs = settings.Epochs, Seed = settings.SeedNumber, ValidationShare = 0.2, Patience = 40 };
        var adam = new AdamW<float>(network.ParameterCount) { LearningRate = settings.Rate, WeightDecay = 0.05f };
        var result = FitDisplay.Run(console, shape.Name, settings.Epochs, progress => Trainer.Fit(network, training, adam, options with { Progress = progress }, cancellationToken));
        FitReport.Training(console, shape.Name, result);

        string title = Path.GetFileName(settings.File);
        Report.Picture(console, pictures.Save(FitPlots.Losses($"{title}: {shape.Name}", result), "train-loss"));
        if (network is IClassifier<float> classifier)
            Classify(console, pictures, classifier, Prepare(test, shape, scaler, null), data.ClassNames, title);
        else
            Regress(console, pictures, network, Prepare(test, shape, scaler, targetScaler), test, targetScaler!, title);
        return 0;
    }

    /// <summary>Scaled, and with zeros where the network has more inputs.</summary>
    private static Dataset<float> Prepare(Dataset<float> data, ReadyShape shape, Scaler<float> scaler, Scaler<float>? targetScaler)
    {
        float[] inputs = shape.Widen(scaler.Transform(data).Inputs, data.InputSize);
        if (data.HasLabels)
            return Dataset<float>.WithLabels(inputs, data.Labels.ToArray(), shape.Inputs, classNames: data.ClassNames);
        float[] targets = data.Targets.ToArray();
        targetScaler!.Transform(targets);
        return Dataset<float>.WithTargets(inputs, targets, shape.Inputs, 1);
    }

    private static void Classify(IAnsiConsole console, PictureFolder pictures, IClassifier<float> network, Dataset<float> test, IReadOnlyList<string> classNames, string title)
    {
        var report = Evaluation.Classify(network, test.Inputs, test.Labels);
        double baseline = 1.0 * Enumerable.Range(0, classNames.Count).Max(report.ConfusionMatrix.Support) / test.Count;
        FitReport.Classification(console, report, classNames, baseline);
        Report.Picture(console, pictures.Save(FitPlots.Confusion($"{title}: {test.Count} test rows\n{report.Accuracy:0.0 %} correct", report.ConfusionMatrix, classNames), "train-confusion"));
    }

    private static void Regress(IAnsiConsole console, PictureFolder pictures, INetwork<float> network, Dataset<float> scaled, Dataset<float> test, Scaler<float> targetScaler, string title)
    {
        float[] predicted = new float[test.Count];
        network.ForwardBatch(scaled.Inputs, predicted);
        targetScaler.Inverse(predicted);
        var metrics = RegressionMetrics.Of<float>(predicted, test.Targets);
        FitReport.Regression(console, metrics, test.TargetNames[0], test.Count);
        Report.Picture(console, pictures.Save(FitPlots.Fit($"{title}: {test.Count} test rows\nR² {metrics.RSquared:0.000}", test.TargetNames[0], test.Targets, predicted), "train-fit"));
    }
}
