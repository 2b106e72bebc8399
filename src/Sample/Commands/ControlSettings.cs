using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options of <see cref="ControlCommand"/>.</summary>
internal sealed class ControlSettings : SampleSettings
{
    /// <summary>Fewer would not be worth a picture.</summary>
    public const int LeastSteps = 20_000;

    /// <summary>Steps.</summary>
    [CommandOption("-n|--steps <NUMBER>")]
    [Description("Steps of a millisecond, at least 20000.")]
    [DefaultValue(1_000_000)]
    public int Steps { get; init; } = 1_000_000;

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Steps < LeastSteps ? ValidationResult.Error($"--steps needs a number of at least {LeastSteps}, not {Steps}.") : base.Validate();
}
