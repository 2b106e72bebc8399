using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>Reaches the parameters inside of value-type networks. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Inside
{
    /// <summary>
    /// What lies inside a value as a span. The compiler does not see that the span is of the value; the member that gives it out says so.
    /// </summary>
    /// <param name="first">The first of the elements.</param>
    /// <param name="length">Elements one behind the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Span<T>(scoped in T first, int length)
        where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in first), length);

    /// <summary>Bytes from one value of an array to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Stride<TNetwork>()
        where TNetwork : struct =>
        Unsafe.SizeOf<TNetwork>();

    /// <summary>The same place within a network further on in the array. The distance is a constant to the JIT, and so part of an address.</summary>
    /// <param name="place">A parameter, or where some start.</param>
    /// <param name="networks">How many networks further on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Later<T, TNetwork>(ref T place, int networks)
        where T : unmanaged
        where TNetwork : struct =>
        ref Unsafe.AddByteOffset(ref place, networks * Stride<TNetwork>());

    /// <summary>Whether memory that is written is part of the networks.</summary>
    public static bool IsPart<T, TNetwork>(ReadOnlySpan<T> written, ReadOnlySpan<TNetwork> networks)
        where T : unmanaged
        where TNetwork : struct
    {
        // In bytes, of which many networks may have more than a span can count.
        nint distance = Unsafe.ByteOffset(ref Unsafe.As<TNetwork, byte>(ref MemoryMarshal.GetReference(networks)), ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(written)));
        return distance >= 0 ? distance < networks.Length * Stride<TNetwork>() : -distance < written.Length * (nint)Unsafe.SizeOf<T>();
    }
}
