using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Images of digits with what they are and what they were taken for.</summary>
internal static class DigitSheet
{
    private const int Side = 8, Fewest = 3;
    private const double Width = 10, Height = 11.5;

    /// <summary>A sheet of images, in about as many columns as make it as wide as the picture.</summary>
    /// <param name="title">Above it.</param>
    /// <param name="images">[8 × 8] each, row-major, from 0 for paper to 1 for ink.</param>
    /// <param name="captions">One below each.</param>
    public static Plot Draw(string title, float[][] images, string[] captions)
    {
        var plot = Theme.NewPlot(title, "", "");
        int columns = Math.Max(Fewest, (int)Math.Ceiling(Math.Sqrt(images.Length * 1.5))), rows = Math.Max(1, (images.Length + columns - 1) / columns);
        for (int i = 0; i < images.Length; i++)
        {
            double left = i % columns * Width, bottom = -(i / columns) * Height;
            double[,] pixels = new double[Side, Side];
            for (int p = 0; p < Side * Side; p++)
                pixels[p / Side, p % Side] = images[i][p];
            var map = plot.Add.Heatmap(pixels);
            map.Rectangle = new CoordinateRect(left, left + Side, bottom, bottom + Side);
            map.Colormap = new ScottPlot.Colormaps.Custom([Color.FromHex("#EEF1F4"), Theme.Ink], smooth: true);
            map.ManualRange = new ScottPlot.Range(0, 1);
            var text = plot.Add.Text(captions[i], left + Side / 2.0, bottom - 0.3);
            text.Alignment = Alignment.UpperCenter;
            text.LabelFontSize = 13;
            text.LabelFontColor = Theme.Ink;
        }

        plot.HideGrid();
        plot.Axes.Frame(false);
        plot.Axes.Bottom.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.SetLimits(-2, columns * Width, -(rows - 1) * Height - 4, Side + 2);
        plot.Axes.SquareUnits();
        return plot;
    }
}
