namespace StaticNet.Portable.Lanes;

/// <summary>Four floats or two doubles: for the units of a layer, each of which is computed by itself.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe partial struct Lanes1x128<T> : ILanes<Lanes1x128<T>, T>
    where T : unmanaged
{
    // 16 bytes.
    private long _0, _1;

    /// <summary>Packs numbers; of doubles only the first two.</summary>
    public Lanes1x128<T> Pack(T a, T b, T c, T d)
    {
        Lanes1x128<T> result = default;
        ((T*)&result)[0] = a;
        ((T*)&result)[1] = b;
        if (sizeof(T) == sizeof(double))
            return result;
        ((T*)&result)[2] = c;
        ((T*)&result)[3] = d;
        return result;
    }

    /// <summary>One of the numbers.</summary>
    public T Lane(int i) => Reference.Add(ref Reference.As<long, T>(ref _0), i);

    /// <summary>One of the numbers, in every lane.</summary>
    public Lanes1x128<T> Spread(int i) => Broadcast(Lane(i));

    /// <summary>Neighbours exchanged: the second number first, and so on.</summary>
    public Lanes1x128<T> SwapPairs()
    {
        Lanes1x128<T> result = default;
        for (int i = 0; i < Count; i++)
            ((T*)&result)[i] = Lane(i ^ 1);
        return result;
    }

    /// <summary>Writes the first two numbers. Not bounds-checked.</summary>
    public void StorePair(Lanes1x128<T> value, ref T destination)
    {
        destination = value.Lane(0);
        Reference.Add(ref destination, 1) = value.Lane(1);
    }

    /// <inheritdoc/>
    public int Count => 16 / sizeof(T);
}
