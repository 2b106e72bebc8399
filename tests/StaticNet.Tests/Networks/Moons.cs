using System.Globalization;

namespace StaticNet.Tests.Networks;

/// <summary>scikit-learn's <c>make_moons(200, noise=0.20)</c> after <c>numpy.random.seed(0)</c>, from Data/moons_seed0.csv.</summary>
internal static class Moons
{
    /// <summary>Inputs [200 × 2] and labels [200].</summary>
    public static (double[] Inputs, int[] Labels) Load()
    {
        string[][] rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "moons_seed0.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        double[] inputs = [.. rows.SelectMany(row => row[..2]).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        return (inputs, [.. rows.Select(row => int.Parse(row[2], CultureInfo.InvariantCulture))]);
    }
}
