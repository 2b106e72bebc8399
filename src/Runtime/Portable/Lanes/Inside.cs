#if !NETSTANDARD2_0
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Portable.Lanes;

/// <summary>Reaches the parameters inside of value-type networks. Called by generated code. (.NET Standard 2.0 has no span of what lies inside a value.)</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Inside
{
    /// <summary>
    /// What lies inside a value as a span. The compiler does not see that the span is of the value.
    /// </summary>
    /// <param name="first">The first of the elements.</param>
    /// <param name="length">Elements one behind the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Span<T>(scoped in T first, int length)
        where T : unmanaged
    {
        // Held in place until the span holds it.
        fixed (T* start = &first)
            return MemoryMarshal.CreateSpan(ref *start, length);
    }

#pragma warning disable CS8500 // A value may have references beside its parameters: only its size is asked for, and where it is. .NET Standard has no other way to either.
    /// <summary>Bytes from one value of an array to the next.</summary>
    public static nint Stride<TNetwork>()
        where TNetwork : struct =>
        sizeof(TNetwork);

    /// <summary>The same place within a network further on in the array. The distance is a constant to the JIT, and so part of an address.</summary>
    /// <param name="place">A parameter, or where some start.</param>
    /// <param name="networks">How many networks further on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Later<T, TNetwork>(ref T place, int networks)
        where T : unmanaged
        where TNetwork : struct =>
        ref Reference.AddByteOffset(ref place, networks * Stride<TNetwork>());

    /// <summary>Whether memory that is written is part of the networks.</summary>
    public static bool IsPart<T, TNetwork>(ReadOnlySpan<T> written, ReadOnlySpan<TNetwork> networks)
        where T : unmanaged
        where TNetwork : struct
    {
        fixed (TNetwork* first = networks)
        fixed (T* start = written)
        {
            nint distance = (nint)((byte*)start - (byte*)first);
            return distance >= 0 ? distance < networks.Length * Stride<TNetwork>() : -distance < written.Length * (nint)sizeof(T);
        }
    }
#pragma warning restore CS8500
}
#endif
