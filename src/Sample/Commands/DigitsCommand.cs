using Spectre.Console;
using Spectre.Console.Cli;
using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>Handwritten digits of 8×8 pixels: 64-32-10 learns four fifths of them and is asked about the rest.</summary>
internal sealed class DigitsCommand : Command<SampleSettings>
{
    private const int Epochs = 60, MostImages = 40;

    /// <inheritdoc/>
    public override int Execute(CommandContext context, SampleSettings settings, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var pictures = new PictureFolder(settings.Output);
        var data = CsvFile.Load<float>(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv"), new CsvOptions { Label = "digit" });
        var (training, test) = data.Split(0.8, settings.SeedNumber);
        Report.Heading(console, "Digits: 64-32-10");
        Report.Line(console, $"{data.Count:#,0} images of 8 × 8 pixels (E. Alpaydin, C. Kaynak, 1998): {training.Count:#,0} to learn, {test.Count:#,0} to be tested on.");

        var scaler = Scaler<float>.MinMax(training);
        training = scaler.Transform(training);
        test = scaler.Transform(test);
        var network = new DigitNet(settings.SeedNumber);
        var adam = new AdamW<float>(DigitNet.ParameterCount) { LearningRate = 0.03f, WeightDecay = 0.1f };
        var result = FitDisplay.Run(console, "64-32-10", Epochs, progress => Trainer.Fit(
            network, training, adam, new TrainingOptions { Epochs = Epochs, BatchSize = 16, Seed = settings.SeedNumber, Schedule = new CosineSchedule(Epochs), Progress = progress }, cancellationToken));

        FitReport.Training(console, "64-32-10", result);
        var report = Evaluation.Classify(network, test.Inputs, test.Labels);
        FitReport.Classification(console, report, data.ClassNames, baseline: 1.0 * Enumerable.Range(0, 10).Max(report.ConfusionMatrix.Support) / test.Count);
        Report.Picture(console, pictures.Save(FitPlots.Confusion($"64-32-10 on {test.Count} test images\n{report.Accuracy:0.0 %} correct", report.ConfusionMatrix, data.ClassNames), "digits-confusion"));
        Report.Picture(console, pictures.Save(Mistakes(network, test), "digits-mistakes"));
        return 0;
    }

    private static ScottPlot.Plot Mistakes(DigitNet network, Dataset<float> test)
    {
        int[] predicted = new int[test.Count];
        network.PredictBatch(test.Inputs, predicted);
        int[] wrong = [.. Enumerable.Range(0, test.Count).Where(i => predicted[i] != test.Labels[i])];
        int[] shown = wrong[..Math.Min(wrong.Length, MostImages)];
        string title = $"{wrong.Length} of {test.Count} test images were taken for another digit" + (shown.Length < wrong.Length ? $"; the first {shown.Length}" : "");
        return DigitSheet.Draw(title, [.. shown.Select(i => test.Input(i).ToArray())], [.. shown.Select(i => $"{test.Labels[i]}, taken for {predicted[i]}")]);
    }
}

/// <summary>64 pixels, ten digits.</summary>
[Network(Input = 64, Hidden = 32, Output = 10, HiddenActivation = Activation.Relu)]
internal sealed partial class DigitNet;
