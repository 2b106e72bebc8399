using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options of <see cref="DeviceCommand"/>.</summary>
internal sealed class DeviceSettings : SampleSettings
{
    /// <summary>Fewer would hold no anomaly.</summary>
    public const int LeastSteps = 50_000;

    /// <summary>Steps.</summary>
    [CommandOption("-n|--steps <NUMBER>")]
    [Description("Steps, at least 50000.")]
    [DefaultValue(1_000_000)]
    public int Steps { get; init; } = 1_000_000;

    /// <summary>Where the state is kept.</summary>
    [CommandOption("-c|--checkpoint <FILE>")]
    [Description("Where the state is kept between runs; removed at the end. Default: device.safetensors in the folder for pictures.")]
    public string? Checkpoint { get; init; }

    /// <summary>Steps from checkpoint to checkpoint.</summary>
    [CommandOption("--checkpoint-every <NUMBER>")]
    [Description("Steps from checkpoint to checkpoint.")]
    [DefaultValue(100_000)]
    public int CheckpointEvery { get; init; } = 100_000;

    /// <summary>A step at which the power fails.</summary>
    [CommandOption("--crash-at <STEP>")]
    [Description("A step at which the power fails. Run it again without this to go on from the last checkpoint.")]
    public int? CrashAt { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Steps < LeastSteps ? ValidationResult.Error($"--steps needs a number of at least {LeastSteps}, not {Steps}.")
        : CheckpointEvery < 1 ? ValidationResult.Error($"--checkpoint-every needs a number of at least 1, not {CheckpointEvery}.")
        : CrashAt < 1 || CrashAt >= Steps ? ValidationResult.Error($"--crash-at needs a number from 1 to {Steps - 1}, not {CrashAt}.")
        : base.Validate();
}
