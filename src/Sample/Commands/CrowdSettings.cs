using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options of <see cref="CrowdCommand"/>.</summary>
internal sealed class CrowdSettings : SampleSettings
{
    /// <summary>NPCs.</summary>
    [CommandOption("-n|--npcs <NUMBER>")]
    [Description("NPCs, from 2 to 10000.")]
    [DefaultValue(400)]
    public int Npcs { get; init; } = 400;

    /// <summary>Rounds.</summary>
    [CommandOption("-g|--generations <NUMBER>")]
    [Description("Rounds, with selection in between.")]
    [DefaultValue(60)]
    public int Generations { get; init; } = 60;

    /// <summary>Seconds of a round.</summary>
    [CommandOption("--seconds <NUMBER>")]
    [Description("Seconds of a round, from 1 to 60, at 60 frames a second.")]
    [DefaultValue(10)]
    public int Seconds { get; init; } = 10;

    /// <summary>Milliseconds that a frame may take.</summary>
    [CommandOption("--budget <MILLISECONDS>")]
    [Description("What a frame may take. It is only reported.")]
    [DefaultValue(1000.0 / 60)]
    public double Budget { get; init; } = 1000.0 / 60;

    /// <summary>The price of contact.</summary>
    [CommandOption("--contact-cost <TARGETS>")]
    [Description("What a second in contact with somebody ahead costs, in targets. 0: nobody learns to keep out of the way.")]
    [DefaultValue(CrowdRun.DefaultContactCost)]
    public float ContactCost { get; init; } = CrowdRun.DefaultContactCost;

    /// <summary>Whether to do it twice.</summary>
    [CommandOption("--replay")]
    [Description("Runs it again from the seed, and fails unless the last frame is the same, bit by bit.")]
    public bool Replay { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Npcs is < 2 or > 10_000 ? ValidationResult.Error($"--npcs needs a number from 2 to 10000, not {Npcs}.")
        : Generations is < 1 or > 10_000 ? ValidationResult.Error($"--generations needs a number from 1 to 10000, not {Generations}.")
        : Seconds is < 1 or > 60 ? ValidationResult.Error($"--seconds needs a number from 1 to 60, not {Seconds}.")
        : !(Budget > 0) ? ValidationResult.Error($"--budget needs a number greater than 0, not {Budget}.")
        : !(ContactCost >= 0) || !float.IsFinite(ContactCost) ? ValidationResult.Error($"--contact-cost needs a number of at least 0, not {ContactCost}.")
        : base.Validate();
}
