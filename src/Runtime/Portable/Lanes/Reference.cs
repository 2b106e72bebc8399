using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Portable.Lanes;

/// <summary>
/// Reaches into memory from a reference, without checks: what .NET Standard has no class for. Called by generated code, which lies in projects that need not allow
/// unsafe code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Reference
{
    /// <summary>The element so many behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T origin, int offset)
        where T : unmanaged
    {
        // Held in place until the result is a reference again.
        fixed (T* start = &origin)
            return ref start[offset];
    }

    /// <inheritdoc cref="Add{T}(ref T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T origin, nint offset)
        where T : unmanaged
    {
        fixed (T* start = &origin)
            return ref start[offset];
    }

    /// <summary>What lies so many bytes behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AddByteOffset<T>(ref T origin, nint bytes)
        where T : unmanaged
    {
        fixed (T* start = &origin)
            return ref *(T*)((byte*)start + bytes);
    }

    /// <summary>The same memory as another type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TTo As<TFrom, TTo>(ref TFrom origin)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        fixed (TFrom* start = &origin)
            return ref *(TTo*)start;
    }

    /// <summary>The same bits as another type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo BitCast<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged =>
        *(TTo*)&value;

    /// <summary>Bytes of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>()
        where T : unmanaged =>
        sizeof(T);

    /// <summary>Where it is at the moment.</summary>
    public static void* AsPointer<T>(ref T origin)
        where T : unmanaged
    {
        fixed (T* start = &origin)
            return start;
    }

    /// <summary>The first element of an array that has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First<T>(T[] array) => ref array[0];

    /// <summary>Sets elements to zero.</summary>
    public static void Clear<T>(ref T origin, int length)
        where T : unmanaged
    {
        fixed (T* start = &origin)
            new Span<T>(start, length).Clear();
    }

    /// <summary>Copies elements into a span of the same length or more.</summary>
    public static void Copy<T>(ref T origin, int length, Span<T> target)
        where T : unmanaged
    {
        fixed (T* start = &origin)
            new ReadOnlySpan<T>(start, length).CopyTo(target);
    }
}
