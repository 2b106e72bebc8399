using System.Globalization;

namespace StaticNet.Benchmarks.Measuring;

/// <summary>Numbers as the harness prints them, for people and for scripts.</summary>
internal static class Report
{
    public static string Loss(double loss) => string.Create(CultureInfo.InvariantCulture, $"loss={loss:F6}");

    public static string Error(double error) => string.Create(CultureInfo.InvariantCulture, $"error={error:0.0e+00}");

    public static string Line(Workload workload, Timing timing, string check) =>
        string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {timing.Median:F3} {timing.Min:F3} {check}");
}
