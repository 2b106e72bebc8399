using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Pictures out of two episodes: before the training, until the pole has fallen, and after it, to the end.</summary>
internal static class FramesPlot
{
    private const int Columns = 5;
    private const double ColumnWidth = 5.4;
    private const double RowHeight = 2.9;
    private const double CartWidth = 0.7;
    private const double CartHeight = 0.36;
    private const double WheelRadius = 0.11;

    /// <summary>Both episodes begin at the same start.</summary>
    public static Plot Draw(CartPoleNet untrained, CartPoleNet trained, ulong seed)
    {
        var plot = Theme.NewPlot("The cart-pole before and after training", "", "");
        var random = new SplitMix64(seed);
        var start = CartPoleState.Start(ref random);
        AddRow(plot, RowHeight, "untrained", Theme.Class1, Film(untrained, start, state => Math.Abs(state.Angle) >= Math.PI / 2));
        AddRow(plot, 0, "trained", Theme.Class0, Film(trained, start, state => false));

        plot.HideGrid();
        plot.HideLegend();
        plot.Layout.Frameless();
        plot.Axes.SetLimits(-1.9 - (ColumnWidth / 2), ((Columns - 0.5) * ColumnWidth) + 0.1, -0.9, RowHeight + 2.2);
        plot.Axes.SquareUnits();
        return plot;
    }

    /// <summary>The states of an episode that doesn't end when it has failed.</summary>
    private static List<CartPoleState> Film(CartPoleNet policy, CartPoleState state, Func<CartPoleState, bool> isOver)
    {
        List<CartPoleState> film = [state];
        float[] observation = new float[CartPoleState.Size];
        while (film.Count <= CartPoleState.MostSteps && !isOver(state))
        {
            state.Observe(observation);
            state = state.Step(policy.Predict(observation));
            film.Add(state);
        }
        return film;
    }

    private static void AddRow(Plot plot, double ground, string name, Color color, List<CartPoleState> film)
    {
        AddText(plot, name, -(ColumnWidth / 2) - 0.9, ground + 0.6, 17, color).LabelBold = true;
        for (int column = 0; column < Columns; column++)
        {
            int step = (film.Count - 1) * column / (Columns - 1);
            double middle = column * ColumnWidth;
            AddFrame(plot, middle, ground, color, film[step]);
            AddText(plot, $"{step * CartPoleState.StepTime:0.00} s", middle, ground - 0.45, 14, Theme.Ink);
        }
    }

    private static void AddFrame(Plot plot, double middle, double ground, Color color, CartPoleState state)
    {
        var track = plot.Add.Line(middle - CartPoleState.TrackEnd, ground, middle + CartPoleState.TrackEnd, ground);
        track.LineColor = Theme.Faint;
        track.LineWidth = 2;
        foreach (double end in (double[])[middle - CartPoleState.TrackEnd, middle, middle + CartPoleState.TrackEnd])
        {
            var tick = plot.Add.Line(end, ground, end, ground - 0.12);
            tick.LineColor = Theme.Faint;
            tick.LineWidth = 2;
        }

        double x = middle + state.Position, bottom = ground + WheelRadius, hinge = bottom + CartHeight;
        var cart = plot.Add.Rectangle(x - (CartWidth / 2), x + (CartWidth / 2), bottom, hinge);
        cart.FillColor = Theme.Ink;
        cart.LineWidth = 0;
        foreach (double wheel in (double[])[x - (CartWidth / 4), x + (CartWidth / 4)])
        {
            var circle = plot.Add.Circle(wheel, ground + WheelRadius, WheelRadius);
            circle.FillColor = Theme.Ink;
            circle.LineColor = Colors.White;
            circle.LineWidth = 1.5f;
        }

        double length = 2 * CartPoleState.HalfLength;
        var pole = plot.Add.Line(x, hinge, x + (length * Math.Sin(state.Angle)), hinge + (length * Math.Cos(state.Angle)));
        pole.LineColor = color;
        pole.LineWidth = 7;
        var joint = plot.Add.Circle(x, hinge, 0.08);
        joint.FillColor = Colors.White;
        joint.LineColor = color;
        joint.LineWidth = 2;
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
