using Spectre.Console;

namespace StaticNet.Sample;

/// <summary>What the program says of a run of <see cref="Trainer"/>.</summary>
internal static class FitReport
{
    /// <summary>How it ended, and in what time.</summary>
    public static void Training(IAnsiConsole console, string name, StaticNet.TrainingResult result)
    {
        var last = result.History[^1];
        string end = result.Reason switch
        {
            StopReason.EarlyStopping => $"stopped early after {last.Epoch:#,0} epochs, no better loss in sight; the parameters of epoch {result.BestEpoch:#,0} are back",
            StopReason.Diverged => $"diverged in epoch {last.Epoch:#,0}",
            _ when double.IsNaN(last.ValidationLoss) => $"{last.Epoch:#,0} epochs",
            _ => $"{last.Epoch:#,0} epochs; the parameters are those of epoch {result.BestEpoch:#,0}, the best",
        };
        Report.Line(console, $"{name}: {end}; {last.Elapsed.TotalSeconds:0.00} s.");
        if (result.Warning is not null)
            Report.Line(console, $"Warning: {result.Warning}");
    }

    /// <summary>Accuracy, and what there is for each class.</summary>
    public static void Classification(IAnsiConsole console, ClassificationReport report, IReadOnlyList<string> classNames, double baseline)
    {
        var confusion = report.ConfusionMatrix;
        Report.Line(console, $"Test accuracy {report.Accuracy:0.0 %} of {confusion.Total:#,0} rows (always the most frequent class: {baseline:0.0 %}), area under the ROC curve {report.RocAuc:0.000}.");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("class");
        foreach (string column in (string[])["precision", "recall", "F1", "test rows"])
            table.AddColumn(new TableColumn(column).RightAligned());
        for (int c = 0; c < classNames.Count; c++)
            table.AddRow(Markup.Escape(classNames[c]), $"{confusion.Precision(c):0.000}", $"{confusion.Recall(c):0.000}", $"{confusion.F1(c):0.000}", $"{confusion.Support(c):#,0}");
        console.Write(table);
    }

    /// <summary>Errors in the target's own unit.</summary>
    public static void Regression(IAnsiConsole console, RegressionMetrics metrics, string target, int rows) =>
        Report.Line(console, $"On {rows:#,0} test rows: R² {metrics.RSquared:0.000}, root mean squared error of {target} {metrics.RootMeanSquaredError:g4}, mean absolute error {metrics.MeanAbsoluteError:g4}.");
}
