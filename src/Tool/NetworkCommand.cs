using System.Numerics;
using Spectre.Console.Cli;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>A command that reads a network, in whatever format and precision it is.</summary>
/// <typeparam name="TSettings">What it is told.</typeparam>
internal abstract class NetworkCommand<TSettings> : Command<TSettings>
    where TSettings : NetworkSettings
{
    /// <summary>What the library takes for the value of the last option where there is none.</summary>
    private const string Missing = "__default_command";

    /// <inheritdoc/>
    public sealed override int Execute(CommandContext context, TSettings settings, CancellationToken cancellationToken)
    {
        if (settings.GetType().GetProperties().Any(option => option.GetValue(settings) is Missing))
            throw new ArgumentException($"Expected a value behind {context.Arguments[^1]}.");
        var activations = ActivationList.Parse(settings.Activations);
        var source = NetworkSource.Open(settings.Source, activations);
        if (source.IsDouble)
            Run(Checked(source.Read<double>()), settings);
        else
            Run(Checked(source.Read<float>()), settings);
        return 0;

        StoredNetwork<T> Checked<T>(StoredNetwork<T> network)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var told = network.Model.Topology.Activations;
            return activations is null || told.AsSpan().SequenceEqual(activations)
                ? network
                : throw new IOException($"{settings.Source} is a network of {network.Model.Topology}; --activations says {string.Join(',', activations)}. Leave it out for files that tell them.");
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract void Run<T>(StoredNetwork<T> network, TSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
