using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>One part of the program: trains something, tells about it and draws it.</summary>
internal abstract class SampleCommand : Command<SampleSettings>
{
    /// <summary>Does the part.</summary>
    public abstract void Run(SampleContext context);

    /// <inheritdoc/>
    public override int Execute(CommandContext context, SampleSettings settings, CancellationToken cancellationToken)
    {
        // The folder first: if it cannot be made, nobody should wait for a training to learn it.
        var pictures = new PictureFolder(settings.Output);
        Run(new SampleContext(AnsiConsole.Console, MoonData.Generate(settings.SeedNumber), pictures));
        return 0;
    }
}

/// <summary>What a part works with.</summary>
/// <param name="Console">Where it tells.</param>
/// <param name="Data">What it learns, and the seed.</param>
/// <param name="Pictures">Where it draws.</param>
internal sealed record SampleContext(IAnsiConsole Console, MoonData Data, PictureFolder Pictures);
