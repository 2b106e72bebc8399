using System.Runtime.InteropServices;

namespace StaticNet.NativeAot;

/// <summary>FNV-1a over the bytes of numbers. Not SHA-256, for which .NET loads a library of the system's.</summary>
internal static class Fingerprint
{
    public static string Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in MemoryMarshal.AsBytes(numbers))
            hash = (hash ^ value) * 1099511628211;
        return hash.ToString("x16");
    }
}
