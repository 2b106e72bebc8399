using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Benchmarks.Measuring;

/// <summary>
/// Keeps the measuring thread on one core. Done from inside: a process that is started on one core believes the machine has no more,
/// and .NET then puts off recompiling by a second.
/// </summary>
internal static class Affinity
{
    /// <returns>Whether the thread is on that core now.</returns>
    public static bool TrySet(string core)
    {
        if (!(OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) || !int.TryParse(core, CultureInfo.InvariantCulture, out int number) || number is < 0 or > 62)
            return false;
        try
        {
            // On Linux this moves the main thread only, which is the one that measures.
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = (nint)(1L << number);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
