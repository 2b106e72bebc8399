using System.Globalization;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Parsing;

/// <summary>From the attribute's arguments to a dropout rate for each hidden layer.</summary>
internal static class DropoutParser
{
    /// <returns>Zeros where there is none; of no account where anything is wrong, which has been reported.</returns>
    public static IReadOnlyList<double> Parse(AttributeArguments arguments, int layers, Report report)
    {
        var one = arguments.Double("Dropout");
        var several = arguments.Doubles("Dropouts");
        if (one is not null && several is not null)
            report.Add(Descriptors.DropoutTwice, arguments.LocationOf("Dropouts"));

        if (one is { } rate)
        {
            if (!IsRate(rate))
                report.Add(Descriptors.DropoutRate, arguments.LocationOf("Dropout"), "Dropout", Text(rate));
            else if (rate > 0 && layers == 0)
                report.Add(Descriptors.DropoutWithoutLayer, arguments.LocationOf("Dropout"));
        }

        for (int i = 0; i < several?.Count; i++)
        {
            if (!IsRate(several[i]))
                report.Add(Descriptors.DropoutRate, arguments.LocationOf("Dropouts", i), $"Dropouts[{i}]", Text(several[i]));
        }

        if (several is { Count: > 0 } && layers == 0)
            report.Add(Descriptors.DropoutWithoutLayer, arguments.LocationOf("Dropouts"));
        else if (several is not null && several.Count != layers)
            report.Add(Descriptors.DropoutCount, arguments.LocationOf("Dropouts"), several.Count, TopologyParser.Counted(layers, "hidden layer"));
        return several ?? Enumerable.Repeat(one ?? 0, layers).ToArray();
    }

    /// <summary>NaN is none.</summary>
    private static bool IsRate(double rate) => rate is >= 0 and < 1;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
