using ScottPlot;

namespace StaticNet.Sample;

/// <summary>Colours, typeface and axes that all pictures share.</summary>
internal static class Theme
{
    /// <summary>Class 0, the upper moon.</summary>
    public static readonly Color Class0 = Color.FromHex("#2166AC");

    /// <summary>Class 1, the lower moon. Told from the other by colour-blind readers, too.</summary>
    public static readonly Color Class1 = Color.FromHex("#D6604D");

    /// <summary>Text, and the line between the classes.</summary>
    public static readonly Color Ink = Color.FromHex("#1F2933");

    // Not the typeface's own name, by which an installed version of it would be found first.
    private const string Typeface = "Inter of StaticNet.Sample";

    internal static readonly Color Faint = Color.FromHex("#9AA5B1");
    private static readonly Color Grid = Color.FromHex("#E4E7EB");

    /// <summary>From sure of class 0 over undecided to sure of class 1; pale, so that the points stand out.</summary>
    public static readonly IColormap Probability = new ScottPlot.Colormaps.Custom(
        [Color.FromHex("#A9D0E5"), Color.FromHex("#D8E9F3"), Color.FromHex("#F7F7F7"), Color.FromHex("#FDDBC7"), Color.FromHex("#F6B698")], smooth: true);

    static Theme()
    {
        // The typeface comes along, since a server may have none, and a picture would then be without a word.
        string folder = Path.Combine(AppContext.BaseDirectory, "Fonts");
        Fonts.AddFontFile(Typeface, Path.Combine(folder, "Inter-Regular.otf"), bold: false, italic: false);
        Fonts.AddFontFile(Typeface, Path.Combine(folder, "Inter-SemiBold.otf"), bold: true, italic: false);
        Fonts.Default = Typeface;
    }

    /// <summary>An empty picture.</summary>
    /// <param name="title">In bold above it.</param>
    /// <param name="xLabel">Below it.</param>
    /// <param name="yLabel">Left of it.</param>
    public static Plot NewPlot(string title, string xLabel, string yLabel)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.Color(Ink);
        plot.Axes.FrameColor(Faint);
        plot.Grid.MajorLineColor = Grid;
        plot.Title(title, size: 17);
        plot.Axes.Title.Label.Bold = true;
        plot.XLabel(xLabel, size: 14);
        plot.YLabel(yLabel, size: 14);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Legend.OutlineColor = Grid;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontSize = 13;
        return plot;
    }
}
