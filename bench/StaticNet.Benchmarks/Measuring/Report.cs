using System.Globalization;
using System.Runtime.InteropServices;

namespace StaticNet.Benchmarks.Measuring;

/// <summary>Numbers as the harness prints them, for people and for scripts.</summary>
internal static class Report
{
    /// <summary>What came of training: the loss, for comparison with anybody, and a hash of the parameters' bits, for comparison with ourselves.</summary>
    public static string Loss<T>(double loss, ReadOnlySpan<T> parameters)
        where T : unmanaged =>
        string.Create(CultureInfo.InvariantCulture, $"loss={loss:F6} bits={Hash(parameters):x16}");

    /// <summary>What came of inference: the largest error, and a hash of the outputs' bits.</summary>
    public static string Error<T>(double error, ReadOnlySpan<T> outputs)
        where T : unmanaged =>
        string.Create(CultureInfo.InvariantCulture, $"error={error:0.0e+00} bits={Hash(outputs):x16}");

    public static string Line(Workload workload, Timing timing, string check) =>
        string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {timing.Median:F3} {timing.Min:F3} {check}");

    /// <summary>FNV-1a over the bytes.</summary>
    private static ulong Hash<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (byte value in MemoryMarshal.AsBytes(values))
            hash = (hash ^ value) * 0x100000001b3;
        return hash;
    }
}
