using System.ComponentModel;
using System.Numerics;
using Spectre.Console.Cli;
using StaticNet.Onnx;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>From one format to another.</summary>
internal sealed class ConvertCommand : NetworkCommand<ConvertCommand.Settings>
{
    internal sealed class Settings : NetworkSettings
    {
        [CommandArgument(0, "<FROM>")]
        [Description("A network, .safetensors or .onnx.")]
        public required string From { get; init; }

        [CommandArgument(1, "<TO>")]
        [Description("What is to be written: .safetensors, .onnx, or .json for Weights in the attribute.")]
        public required string To { get; init; }

        public override string Source => From;
    }

    /// <inheritdoc/>
    protected override void Run<T>(StoredNetwork<T> network, Settings settings)
    {
        switch (Path.GetExtension(settings.To).ToLowerInvariant())
        {
            case ".safetensors":
                NetworkFile.Save(settings.To, network.Model, network.Scaling);
                break;
            case ".onnx":
                OnnxFile.Save(settings.To, Unscaled.Of(network));
                break;
            case ".json":
                NetworkJson.Save(settings.To, Unscaled.Of(network));
                break;
            default:
                throw new ArgumentException($"Expected to write a file that ends in .safetensors, .onnx or .json, got '{settings.To}'.");
        }

        Console.WriteLine($"{settings.To}: {network.Model.Topology}");
    }
}
