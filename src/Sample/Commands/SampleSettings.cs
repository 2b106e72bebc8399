using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>The options, the same for every command.</summary>
internal sealed class SampleSettings : CommandSettings
{
    /// <summary>Where the pictures go; made if it isn't there.</summary>
    [CommandOption("-o|--output <DIR>")]
    [Description("Folder for the pictures.")]
    [DefaultValue("pictures")]
    public string Output { get; init; } = "pictures";

    /// <summary>The seed of the data, of all initial weights and of all shuffles.</summary>
    [CommandOption("-s|--seed <NUMBER>")]
    [Description("Seed of data, initial weights and shuffles, from 0 to 4294967295. The published numbers belong to 0.")]
    [DefaultValue(0u)]
    public uint Seed { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        string.IsNullOrWhiteSpace(Output) ? ValidationResult.Error("--output needs the name of a folder.")
        : File.Exists(Output) ? ValidationResult.Error($"--output needs a folder, but '{Output}' is a file.")
        : ValidationResult.Success();
}
