using System.ComponentModel;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options, the same for every command.</summary>
internal class SampleSettings : CommandSettings
{
    /// <summary>Where the pictures go; made if it isn't there.</summary>
    [CommandOption("-o|--output <DIR>")]
    [Description("Folder for the pictures.")]
    [DefaultValue("pictures")]
    public string Output { get; init; } = "pictures";

    /// <summary>The seed of the data, of all initial weights and of all shuffles. Text, so that a bad one gets an understandable answer.</summary>
    [CommandOption("-s|--seed <NUMBER>")]
    [Description("Seed of data, initial weights and shuffles, from 0 to 4294967295. The published numbers belong to 0.")]
    [DefaultValue("0")]
    public string Seed { get; init; } = "0";

    /// <summary>The seed as a number, once <see cref="Validate"/> has found that it is one.</summary>
    public uint SeedNumber => uint.Parse(Seed, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        string.IsNullOrWhiteSpace(Output) ? ValidationResult.Error("--output needs the name of a folder.")
        : File.Exists(Output) ? ValidationResult.Error($"--output needs a folder, but '{Output}' is a file.")
        : !uint.TryParse(Seed, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? ValidationResult.Error($"--seed needs a whole number from 0 to {uint.MaxValue}, not '{Seed}'.")
        : ValidationResult.Success();
}
