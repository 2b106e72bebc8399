using ScottPlot;

namespace StaticNet.Sample;

/// <summary>Pictures of a crowd.</summary>
internal static class CrowdPlots
{
    /// <summary>Height of <see cref="Frames"/>, in pixels.</summary>
    public const int StripHeight = 920;

    private const int Columns = 5;
    private const int Trail = CrowdFilm.PictureRate;
    private static readonly Color[] s_reached = [Color.FromHex("#B8C0C8"), Color.FromHex("#92C5DE"), Color.FromHex("#4393C3"), Theme.Class0, Color.FromHex("#053061")];

    /// <summary>What came of selection, round by round.</summary>
    public static Plot Learning(string name, CrowdResult result)
    {
        int seconds = result.Frames / CrowdWorld.FrameRate;
        var plot = Theme.NewPlot($"{name} learn to walk to targets, and out of each other's way\nmean of all, in rounds of {seconds} s", "round", "");
        double[] rounds = [.. Enumerable.Range(1, result.Generations.Length).Select(round => (double)round)];
        AddLine(plot, rounds, [.. result.Generations.Select(g => g.Reached)], Theme.Class0, "targets reached");
        int first = Math.Max(0, Array.FindIndex(result.Generations, g => g.Reached > 0));
        AddLine(plot, rounds[first..], [.. result.Generations[first..].Select(g => g.Reached > 0 ? g.ContactPerTarget : 0)], Theme.Class1, "seconds in contact, for every target reached");
        plot.ShowLegend(Alignment.MiddleRight);
        plot.Axes.SetLimits(0.5, rounds.Length + 0.5, 0, 1.08 * result.Generations.Max(g => Math.Max(g.Reached, g.Reached > 0 ? g.ContactPerTarget : 0)));
        return plot;
    }

    /// <summary>Five moments of the first round above, of the last below: where all are, and where they were in the second before.</summary>
    public static Plot Frames(CrowdResult result)
    {
        var plot = Theme.NewPlot("", "", "");
        double width = 1.06 * result.Side, height = 1.32 * result.Side;
        (string Name, CrowdFilm Film)[] rows = result.Generations.Length == 1
            ? [("Round 1", result.Last)]
            : [("Round 1", result.First), ($"Round {result.Generations.Length}", result.Last)];
        for (int row = 0; row < rows.Length; row++)
        {
            double bottom = (rows.Length - 1 - row) * height;
            var generation = result.Generations[row == 0 ? 0 : ^1];
            var title = plot.Add.Text($"{rows[row].Name}: {generation.Reached:0.0} targets reached, {generation.ContactSeconds:0.00} s in contact", 0, bottom + (1.13 * result.Side));
            (title.LabelFontSize, title.LabelBold, title.LabelFontColor, title.LabelAlignment) = (16, true, Theme.Ink, Alignment.MiddleLeft);
            for (int column = 0; column < Columns; column++)
                AddFrame(plot, column * width, bottom, result, rows[row].Film, (rows[row].Film.Pictures.Count - 1) * column / (Columns - 1));
        }
        AddLegend(plot, result.Side, (Columns - 1) * width + result.Side, ((rows.Length - 1) * height) + (1.13 * result.Side));

        plot.HideGrid();
        plot.Layout.Frameless();
        plot.Axes.SetLimits(-0.04 * result.Side, (Columns * width) - (0.02 * result.Side), -0.1 * result.Side, (rows.Length * height) - (0.1 * result.Side));
        plot.Axes.SquareUnits();
        return plot;
    }

    private static void AddFrame(Plot plot, double left, double bottom, CrowdResult result, CrowdFilm film, int picture)
    {
        var frame = plot.Add.Rectangle(left, left + result.Side, bottom, bottom + result.Side);
        (frame.FillColor, frame.LineColor, frame.LineWidth) = (Colors.Transparent, Theme.Faint, 1);
        var time = plot.Add.Text($"{(double)picture / CrowdFilm.PictureRate:0.0} s", left + (result.Side / 2), bottom - (0.05 * result.Side));
        (time.LabelFontSize, time.LabelFontColor, time.LabelAlignment) = (14, Theme.Ink, Alignment.MiddleCenter);

        float size = 4.4f * MathF.Sqrt(MathF.Min(1, 400f / result.Count));
        var trails = from past in Enumerable.Range(Math.Max(0, picture - Trail), Math.Min(picture, Trail)) from body in film.Pictures[past] select Place(body);
        AddMarkers(plot, trails, size / 3, Theme.Faint.WithAlpha(0.5));
        foreach (var group in film.Pictures[picture].GroupBy(body => Math.Min(body.Reached, s_reached.Length - 1)).OrderBy(group => group.Key))
            AddMarkers(plot, group.Select(Place), size, s_reached[group.Key]);

        Coordinates Place(NpcBody body) => new(left + body.X, bottom + body.Y);
    }

    private static void AddLegend(Plot plot, double side, double right, double y)
    {
        for (int i = 0; i < s_reached.Length; i++)
        {
            double x = right - ((s_reached.Length - 1 - i) * 0.13 * side) - (0.1 * side);
            AddMarkers(plot, [new Coordinates(x, y)], 9, s_reached[i]);
            AddText($"{i}{(i == s_reached.Length - 1 ? "+" : "")}", x + (0.03 * side), Alignment.MiddleLeft);
        }
        AddText("targets reached so far", right - ((s_reached.Length - 1) * 0.13 * side) - (0.15 * side), Alignment.MiddleRight);

        void AddText(string text, double x, Alignment alignment)
        {
            var label = plot.Add.Text(text, x, y);
            (label.LabelFontSize, label.LabelFontColor, label.LabelAlignment) = (14, Theme.Ink, alignment);
        }
    }

    private static void AddLine(Plot plot, double[] x, double[] y, Color color, string name)
    {
        var line = plot.Add.ScatterLine(x, y, color);
        line.LineWidth = 2.5f;
        line.LegendText = name;
    }

    private static void AddMarkers(Plot plot, IEnumerable<Coordinates> places, float size, Color color)
    {
        Coordinates[] points = [.. places];
        if (points.Length > 0)
            plot.Add.Markers(points, MarkerShape.FilledCircle, size, color);
    }
}
