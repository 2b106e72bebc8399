using System.Globalization;
using System.Text;

namespace StaticNet.Benchmarks.Growth;

/// <summary>Draws sweeps side by side, both axes logarithmic, as SVG.</summary>
internal static class GrowthPlot
{
    private const double Width = 420, Height = 300, Margin = 50;
    private static readonly string[] s_colors = ["#1b6ca8", "#d1495b", "#3c8d5a"];

    public static string Draw(IReadOnlyList<Sweep> sweeps)
    {
        var panels = sweeps.GroupBy(sweep => sweep.Varied).ToArray();
        var times = sweeps.SelectMany(sweep => sweep.Points).Select(point => point.Time).ToArray();
        var vertical = new LogAxis(times.Min(), times.Max(), Height - Margin, Margin);
        var svg = new StringBuilder();
        svg.Append(Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{panels.Length * Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"11\">\n"));
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int i = 0; i < panels.Length; i++)
            Panel(svg, panels[i].ToArray(), vertical, i * Width);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, Sweep[] sweeps, LogAxis vertical, double left)
    {
        var sizes = sweeps[0].Points.Select(point => point.Size).ToArray();
        var horizontal = new LogAxis(sizes.Min(), sizes.Max(), left + Margin, left + Width - 20);
        foreach (double value in vertical.Decades)
        {
            svg.Append(Text($"<line x1=\"{left + Margin:F1}\" x2=\"{left + Width - 20:F1}\" y1=\"{vertical.At(value):F1}\" y2=\"{vertical.At(value):F1}\" stroke=\"#ddd\"/>\n"));
            svg.Append(Text($"<text x=\"{left + Margin - 4:F1}\" y=\"{vertical.At(value) + 4:F1}\" text-anchor=\"end\">{value:0.###}</text>\n"));
        }

        foreach (int size in sizes.Where(size => sizes.Length < 10 || (size & (size - 1)) == 0))
            svg.Append(Text($"<text x=\"{horizontal.At(size):F1}\" y=\"{Height - Margin + 16:F1}\" text-anchor=\"middle\">{size}</text>\n"));
        svg.Append(Text($"<text x=\"{left + (Width / 2):F1}\" y=\"{Height - 12:F1}\" text-anchor=\"middle\">{sweeps[0].Varied}</text>\n"));
        svg.Append(Text($"<text x=\"{left + Margin:F1}\" y=\"18\">ns a multiply-add</text>\n"));
        for (int i = 0; i < sweeps.Length; i++)
        {
            string points = string.Join(" ", sweeps[i].Points.Select(point => Text($"{horizontal.At(point.Size):F1},{vertical.At(point.Time):F1}")));
            svg.Append($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{s_colors[i]}\" stroke-width=\"1.5\"/>\n");
            svg.Append(Text($"<text x=\"{left + Width - 24:F1}\" y=\"{18 + (14 * i)}\" text-anchor=\"end\" fill=\"{s_colors[i]}\">{sweeps[i].Method}</text>\n"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct LogAxis(double Low, double High, double From, double To)
    {
        public IEnumerable<double> Decades
        {
            get
            {
                for (double value = Math.Pow(10, Math.Ceiling(Math.Log10(Low))); value <= High; value *= 10)
                    yield return value;
            }
        }

        public double At(double value) => From + ((To - From) * Math.Log(value / Low) / Math.Log(High / Low));
    }
}
