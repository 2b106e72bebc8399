using System.Numerics;
using Spectre.Console.Cli;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>A command that reads a network, in whatever format and precision it is.</summary>
/// <typeparam name="TSettings">What it is told.</typeparam>
internal abstract class NetworkCommand<TSettings> : Command<TSettings>
    where TSettings : NetworkSettings
{
    /// <inheritdoc/>
    public sealed override int Execute(CommandContext context, TSettings settings, CancellationToken cancellationToken)
    {
        var source = NetworkSource.Open(settings.Source, settings.Activations);
        if (source.IsDouble)
            Run(source.Read<double>(), settings);
        else
            Run(source.Read<float>(), settings);
        return 0;
    }

    /// <summary>Does the work.</summary>
    protected abstract void Run<T>(StoredNetwork<T> network, TSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
