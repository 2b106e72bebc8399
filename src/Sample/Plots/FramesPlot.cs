using ScottPlot;

namespace StaticNet.Sample;

/// <summary>A row of pictures out of an episode.</summary>
/// <param name="Name">Above it.</param>
/// <param name="Policy">Plays it.</param>
/// <param name="Color">Of the pole.</param>
internal sealed record Film(string Name, CartPoleNet Policy, Color Color);

/// <summary>The cart-pole as it looks, at five times of an episode.</summary>
internal static class FramesPlot
{
    private const int Columns = 5;
    private const double ColumnWidth = 5.7;
    private const double RowHeight = 3.4;
    private const double CartWidth = 0.8;
    private const double CartHeight = 0.42;
    private const double WheelRadius = 0.13;

    /// <summary>All episodes begin at the same start. They last until the pole lies down, the cart is off the track, or all steps are over.</summary>
    public static Plot Draw(uint seed, Film[] films)
    {
        var random = new SplitMix64(seed);
        var start = CartPoleState.Start(ref random);
        var plot = Theme.NewPlot("", "", "");
        for (int row = 0; row < films.Length; row++)
            AddRow(plot, (films.Length - 1 - row) * RowHeight, films[row], Play(films[row].Policy, start));

        plot.HideGrid();
        plot.HideLegend();
        plot.Layout.Frameless();
        plot.Axes.SetLimits(-ColumnWidth / 2, (Columns - 0.5) * ColumnWidth, -0.85, ((films.Length - 1) * RowHeight) + 2.55);
        plot.Axes.SquareUnits();
        return plot;
    }

    /// <summary>The states of an episode, which goes on when the pole leans too far: it shall be seen to fall.</summary>
    private static List<CartPoleState> Play(CartPoleNet policy, CartPoleState state)
    {
        List<CartPoleState> states = [state];
        float[] observation = new float[CartPoleState.Size];
        while (states.Count <= CartPoleState.MostSteps && Math.Abs(state.Angle) < Math.PI / 2 && Math.Abs(state.Position) <= CartPoleState.TrackEnd)
        {
            state.Observe(observation);
            state = state.Step(policy.Predict(observation));
            states.Add(state);
        }
        return states;
    }

    private static void AddRow(Plot plot, double ground, Film film, List<CartPoleState> states)
    {
        int failure = states.FindIndex(state => state.HasFailed);
        string ending = failure >= 0 && failure < CartPoleState.MostSteps
            ? $"failed after {failure * CartPoleState.StepTime:0.00} s"
            : $"balanced for {CartPoleState.MostSteps * CartPoleState.StepTime:0} s, to the end";
        var title = AddText(plot, $"{film.Name}: {ending}", -CartPoleState.TrackEnd, ground + 2.1, 16, Theme.Ink);
        title.LabelAlignment = Alignment.MiddleLeft;
        title.LabelBold = true;
        for (int column = 0; column < Columns; column++)
        {
            int step = (states.Count - 1) * column / (Columns - 1);
            AddFrame(plot, column * ColumnWidth, ground, film.Color, states[step]);
            AddText(plot, $"{step * CartPoleState.StepTime:0.00} s", column * ColumnWidth, ground - 0.42, 14, Theme.Ink);
        }
    }

    private static void AddFrame(Plot plot, double middle, double ground, Color color, CartPoleState state)
    {
        AddLine(plot, middle - CartPoleState.TrackEnd, ground, middle + CartPoleState.TrackEnd, ground, Theme.Faint, 2);
        foreach (int tick in (int[])[-1, 0, 1])
            AddLine(plot, middle + (tick * CartPoleState.TrackEnd), ground, middle + (tick * CartPoleState.TrackEnd), ground - 0.12, Theme.Faint, 2);

        double x = middle + state.Position, hinge = ground + WheelRadius + CartHeight;
        var cart = plot.Add.Rectangle(x - (CartWidth / 2), x + (CartWidth / 2), ground + WheelRadius, hinge);
        cart.FillColor = Theme.Ink;
        cart.LineWidth = 0;
        AddCircle(plot, x - (CartWidth / 4), ground + WheelRadius, WheelRadius, Theme.Ink, Colors.White);
        AddCircle(plot, x + (CartWidth / 4), ground + WheelRadius, WheelRadius, Theme.Ink, Colors.White);

        double length = 2 * CartPoleState.HalfLength;
        AddLine(plot, x, hinge, x + (length * Math.Sin(state.Angle)), hinge + (length * Math.Cos(state.Angle)), color, 7);
        AddCircle(plot, x, hinge, 0.09, Colors.White, color);
    }

    private static void AddLine(Plot plot, double x1, double y1, double x2, double y2, Color color, float width)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = color;
        line.LineWidth = width;
    }

    private static void AddCircle(Plot plot, double x, double y, double radius, Color fill, Color outline)
    {
        var circle = plot.Add.Circle(x, y, radius);
        circle.FillColor = fill;
        circle.LineColor = outline;
        circle.LineWidth = 1.5f;
    }

    private static ScottPlot.Plottables.Text AddText(Plot plot, string text, double x, double y, float size, Color color)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontSize = size;
        label.LabelFontColor = color;
        label.LabelAlignment = Alignment.MiddleCenter;
        return label;
    }
}
