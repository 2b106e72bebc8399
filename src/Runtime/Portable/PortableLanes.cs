using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>The lanes in memory, for targets without vector instructions: 16 floats or 8 doubles, computed one after the other.</summary>
/// <remarks>The order of sums is that of the vectors, and so are the bits.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe struct PortableLanes<T> : ILanes<PortableLanes<T>, T>
    where T : unmanaged
{
    // 64 bytes.
    private readonly long _0, _1, _2, _3, _4, _5, _6, _7;


    /// <inheritdoc/>
    public int Count => 64 / sizeof(T);

    /// <inheritdoc/>
    public PortableLanes<T> Zero => default;

    /// <inheritdoc/>
    public PortableLanes<T> One => Broadcast(Number<T>.One);

    /// <inheritdoc/>
    public PortableLanes<T> Add(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Add((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Subtract(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Subtract((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Multiply(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Multiply((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Divide(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Divide((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fma(PortableLanes<T> a, PortableLanes<T> b, PortableLanes<T> c)
    {
        Loops<T>.Fma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fms(PortableLanes<T> a, PortableLanes<T> b, PortableLanes<T> c)
    {
        Loops<T>.Fms((T*)&a, (T*)&a, (T*)&b, (T*)&c, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fnma(PortableLanes<T> a, PortableLanes<T> b, PortableLanes<T> c)
    {
        Loops<T>.Fnma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Negate(PortableLanes<T> a)
    {
        Loops<T>.Negate((T*)&a, (T*)&a, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Abs(PortableLanes<T> a)
    {
        Loops<T>.Abs((T*)&a, (T*)&a, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Sqrt(PortableLanes<T> a)
    {
        Loops<T>.Sqrt((T*)&a, (T*)&a, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Round(PortableLanes<T> a)
    {
        Loops<T>.Round((T*)&a, (T*)&a, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Min(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Min((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Max(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Max((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> LessThan(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.LessThan((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Equal(PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Equal((T*)&a, (T*)&a, (T*)&b, 64 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public PortableLanes<T> CopySign(PortableLanes<T> magnitude, PortableLanes<T> sign)
    {
        Loops<T>.CopySign((T*)&magnitude, (T*)&magnitude, (T*)&sign, 64 / sizeof(T));
        return magnitude;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Scale(PortableLanes<T> x, PortableLanes<T> n)
    {
        Loops<T>.Scale((T*)&x, (T*)&x, (T*)&n, 64 / sizeof(T));
        return x;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Select(PortableLanes<T> mask, PortableLanes<T> a, PortableLanes<T> b)
    {
        Loops<T>.Select((T*)&mask, (T*)&mask, (T*)&a, (T*)&b, 64 / sizeof(T));
        return mask;
    }

    /// <inheritdoc/>
    public PortableLanes<T> FirstLanes(int count)
    {
        PortableLanes<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, 64 / sizeof(T));
        return mask;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Decompose(PortableLanes<T> x, out PortableLanes<T> exponent)
    {
        PortableLanes<T> e;
        Loops<T>.Decompose((T*)&x, (T*)&e, (T*)&x, 64 / sizeof(T));
        exponent = e;
        return x;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Broadcast(T value)
    {
        PortableLanes<T> result;
        Loops<T>.Fill((T*)&result, value, 64 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Broadcast(ref T origin, int offset) => Broadcast(Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public PortableLanes<T> Load(ref T origin, int offset) => Reference.As<T, PortableLanes<T>>(ref Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public void Store(PortableLanes<T> value, ref T origin, int offset) => Reference.As<T, PortableLanes<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(PortableLanes<T> a) => Loops<T>.Sum((T*)&a, 64 / sizeof(T));

    /// <inheritdoc/>
    public void LoadPairs(ref T origin, int offset, out PortableLanes<T> even, out PortableLanes<T> odd)
    {
        PortableLanes<T> first = default, second = default;
        for (int i = 0; i < 64 / sizeof(T); i++)
        {
            ((T*)&first)[i] = Reference.Add(ref origin, offset + (2 * i));
            ((T*)&second)[i] = Reference.Add(ref origin, offset + (2 * i) + 1);
        }

        even = first;
        odd = second;
    }

    /// <inheritdoc/>
    public void StorePairs(PortableLanes<T> even, PortableLanes<T> odd, ref T origin, int offset)
    {
        for (int i = 0; i < 64 / sizeof(T); i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&even)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&odd)[i];
        }
    }

    /// <inheritdoc/>
    public PortableLanes<T> LoadIntegers(ref int origin, int offset)
    {
        PortableLanes<T> result;
        Loops<T>.FromIntegers((T*)&result, ref origin, offset, 64 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> SumRows(ref T rows)
    {
        PortableLanes<T> sums = default;
        for (int i = 0; i < 64 / sizeof(T); i++)
            ((T*)&sums)[i] = Sum(Load(ref rows, i * 64 / sizeof(T)));
        return sums;
    }
}
