using System.ComponentModel;
using Spectre.Console.Cli;

namespace StaticNet.Tool;

/// <summary>What every command that reads a network needs.</summary>
internal abstract class NetworkSettings : CommandSettings
{
    /// <summary>The file of the network.</summary>
    public abstract string Source { get; }

    /// <summary>For files that do not tell.</summary>
    [CommandOption("--activations <LIST>")]
    [Description("Activations of all layers, the output's last, as in Tanh,Softmax: for safetensors files of other programs, which do not tell them.")]
    public string? Activations { get; init; }
}
