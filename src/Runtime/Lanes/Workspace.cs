using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>
/// Scratch memory for calls that need more than the stack should give, shared by all networks of a number type: an army of small
/// networks needs no more of it than one. A network reserves in its constructor what its calls will rent, so that no call allocates;
/// threads that compute at the same time bring the pool to as many blocks as they use at once.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Workspace<T>
    where T : unmanaged
{
    /// <summary>More threads than this at once would allocate for each call.</summary>
    private const int MostBlocks = 64;

    private static readonly T[]?[] Blocks = new T[]?[MostBlocks];

    /// <summary>The largest length that a network has reserved. Every block has it, so that none is too small for a later call.</summary>
    private static int s_length;

    /// <summary>Makes sure that one call at a time allocates nothing: a large batch rents twice. Called by constructors of networks.</summary>
    /// <param name="length">The most elements that a call rents at once.</param>
    /// <param name="layout">Not looked at: that it has been made means that its tables exist, which otherwise the first update would allocate.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Reserve(int length, ParameterLayout<T> layout)
    {
        // Of two threads that reserve at once the larger may lose; its blocks are then made when they are first rented.
        s_length = Math.Max(s_length, length);
        T[] first = Rent(length), second = Rent(length);
        Return(first);
        Return(second);
    }

    /// <summary>Takes a block; its content is arbitrary. Allocates only where no block of the pool is free and large enough.</summary>
    /// <param name="length">The least number of elements.</param>
    /// <returns>Pinned, so that alignment is not lost to a move.</returns>
    public static T[] Rent(int length)
    {
        foreach (ref T[]? slot in Blocks.AsSpan())
        {
            if (slot is { } seen && seen.Length >= length && Interlocked.CompareExchange(ref slot, null, seen) == seen)
                return seen;
        }

        return GC.AllocateUninitializedArray<T>(Math.Max(length, s_length), pinned: true);
    }

    /// <summary>Gives a block back. Where the pool is full it takes the place of a smaller one, or is left to the garbage collector.</summary>
    public static void Return(T[]? block)
    {
        if (block is null)
            return;
        foreach (ref T[]? slot in Blocks.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, block, null) is null)
                return;
        }

        foreach (ref T[]? slot in Blocks.AsSpan())
        {
            if (slot is { } seen && seen.Length < block.Length && Interlocked.CompareExchange(ref slot, block, seen) == seen)
                return;
        }
    }
}
