using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>Four floats or two doubles: for the units of a layer, each of which is computed by itself.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe struct Lanes1x128<T> : ILanes<Lanes1x128<T>, T>
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
        for (int i = 0; i < 16 / sizeof(T); i++)
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

    /// <inheritdoc/>
    public Lanes1x128<T> Zero => default;

    /// <inheritdoc/>
    public Lanes1x128<T> One => Broadcast(Number<T>.One);

    /// <inheritdoc/>
    public Lanes1x128<T> Add(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Add((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Subtract(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Subtract((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Multiply(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Multiply((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Divide(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Divide((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fma(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c)
    {
        Loops<T>.Fma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fms(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c)
    {
        Loops<T>.Fms((T*)&a, (T*)&a, (T*)&b, (T*)&c, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fnma(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c)
    {
        Loops<T>.Fnma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Negate(Lanes1x128<T> a)
    {
        Loops<T>.Negate((T*)&a, (T*)&a, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Abs(Lanes1x128<T> a)
    {
        Loops<T>.Abs((T*)&a, (T*)&a, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Sqrt(Lanes1x128<T> a)
    {
        Loops<T>.Sqrt((T*)&a, (T*)&a, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Round(Lanes1x128<T> a)
    {
        Loops<T>.Round((T*)&a, (T*)&a, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Min(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Min((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Max(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Max((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> LessThan(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.LessThan((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Equal(Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Equal((T*)&a, (T*)&a, (T*)&b, 16 / sizeof(T));
        return a;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> CopySign(Lanes1x128<T> magnitude, Lanes1x128<T> sign)
    {
        Loops<T>.CopySign((T*)&magnitude, (T*)&magnitude, (T*)&sign, 16 / sizeof(T));
        return magnitude;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Scale(Lanes1x128<T> x, Lanes1x128<T> n)
    {
        Loops<T>.Scale((T*)&x, (T*)&x, (T*)&n, 16 / sizeof(T));
        return x;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Select(Lanes1x128<T> mask, Lanes1x128<T> a, Lanes1x128<T> b)
    {
        Loops<T>.Select((T*)&mask, (T*)&mask, (T*)&a, (T*)&b, 16 / sizeof(T));
        return mask;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> FirstLanes(int count)
    {
        Lanes1x128<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, 16 / sizeof(T));
        return mask;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Decompose(Lanes1x128<T> x, out Lanes1x128<T> exponent)
    {
        Lanes1x128<T> e;
        Loops<T>.Decompose((T*)&x, (T*)&e, (T*)&x, 16 / sizeof(T));
        exponent = e;
        return x;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Broadcast(T value)
    {
        Lanes1x128<T> result;
        Loops<T>.Fill((T*)&result, value, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Broadcast(ref T origin, int offset) => Broadcast(Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public Lanes1x128<T> Load(ref T origin, int offset) => Reference.As<T, Lanes1x128<T>>(ref Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public void Store(Lanes1x128<T> value, ref T origin, int offset) => Reference.As<T, Lanes1x128<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(Lanes1x128<T> a) => Loops<T>.Sum((T*)&a, 16 / sizeof(T));

    /// <inheritdoc/>
    public void LoadPairs(ref T origin, int offset, out Lanes1x128<T> even, out Lanes1x128<T> odd)
    {
        Lanes1x128<T> first = default, second = default;
        for (int i = 0; i < 16 / sizeof(T); i++)
        {
            ((T*)&first)[i] = Reference.Add(ref origin, offset + (2 * i));
            ((T*)&second)[i] = Reference.Add(ref origin, offset + (2 * i) + 1);
        }

        even = first;
        odd = second;
    }

    /// <inheritdoc/>
    public void StorePairs(Lanes1x128<T> even, Lanes1x128<T> odd, ref T origin, int offset)
    {
        for (int i = 0; i < 16 / sizeof(T); i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&even)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&odd)[i];
        }
    }

    /// <inheritdoc/>
    public Lanes1x128<T> LoadIntegers(ref int origin, int offset)
    {
        Lanes1x128<T> result;
        Loops<T>.FromIntegers((T*)&result, ref origin, offset, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> SumRows(ref T rows)
    {
        Lanes1x128<T> sums = default;
        for (int i = 0; i < 16 / sizeof(T); i++)
            ((T*)&sums)[i] = Sum(Load(ref rows, i * 16 / sizeof(T)));
        return sums;
    }

    /// <summary>As the method of that name.</summary>
    public static Lanes1x128<T> operator +(Lanes1x128<T> a, Lanes1x128<T> b) => default(Lanes1x128<T>).Add(a, b);

    /// <summary>As the method of that name.</summary>
    public static Lanes1x128<T> operator -(Lanes1x128<T> a, Lanes1x128<T> b) => default(Lanes1x128<T>).Subtract(a, b);

    /// <summary>As the method of that name.</summary>
    public static Lanes1x128<T> operator *(Lanes1x128<T> a, Lanes1x128<T> b) => default(Lanes1x128<T>).Multiply(a, b);

    /// <summary>As the method of that name.</summary>
    public static Lanes1x128<T> operator /(Lanes1x128<T> a, Lanes1x128<T> b) => default(Lanes1x128<T>).Divide(a, b);

    /// <summary>The sign flipped.</summary>
    public static Lanes1x128<T> operator -(Lanes1x128<T> a) => default(Lanes1x128<T>).Negate(a);
}
