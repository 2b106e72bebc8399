using System.Diagnostics;

namespace StaticNet.Sample;

/// <summary>Every part, one after the other.</summary>
internal sealed class AllCommand : SampleCommand
{
    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        long start = Stopwatch.GetTimestamp();
        SampleCommand[] parts =
        [
            new MoonsCommand(), new BaselineCommand(), new ClassicCommand(), new MiniBatchCommand(), new GalleryCommand(), new CartPoleCommand(),
        ];
        foreach (var part in parts)
            part.Run(context);

        Report.Heading(context.Console, "Done");
        Report.Line(context.Console, $"{context.Pictures.Count} pictures in {context.Pictures.FullPath}");
        Report.Line(context.Console, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s in all");
    }
}
