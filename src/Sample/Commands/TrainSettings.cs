using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options of <see cref="TrainCommand"/>.</summary>
internal sealed class TrainSettings : SampleSettings
{
    /// <summary>What to learn from.</summary>
    [CommandArgument(0, "<FILE>")]
    [Description("A CSV file with numbers in all columns but the one to predict, which may also be text.")]
    public string File { get; init; } = "";

    /// <summary>The column to predict.</summary>
    [CommandOption("-t|--target <COLUMN>")]
    [Description("The column to predict. Default: one called label, class, target or so, else the last.")]
    public string? Target { get; init; }

    /// <summary>Epochs at most.</summary>
    [CommandOption("-e|--epochs <NUMBER>")]
    [Description("Passes over the training rows, at most.")]
    [DefaultValue(300)]
    public int Epochs { get; init; } = 300;

    /// <summary>The learning rate.</summary>
    [CommandOption("-r|--rate <NUMBER>")]
    [Description("Learning rate of Adam at the start.")]
    [DefaultValue(0.005f)]
    public float Rate { get; init; } = 0.005f;

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Epochs < 1 ? ValidationResult.Error($"--epochs needs a number of at least 1, not {Epochs}.")
        : !float.IsFinite(Rate) || Rate <= 0 ? ValidationResult.Error($"--rate needs a number greater than 0, not {Rate}.")
        : base.Validate();
}
