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
    public Lanes1x128<T> Add(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b)
            Loops<T>.Add((T*)&result, (T*)x, (T*)y, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Subtract(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b)
            Loops<T>.Subtract((T*)&result, (T*)x, (T*)y, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Multiply(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b)
            Loops<T>.Multiply((T*)&result, (T*)x, (T*)y, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Divide(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b)
            Loops<T>.Divide((T*)&result, (T*)x, (T*)y, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fma(in Lanes1x128<T> a, in Lanes1x128<T> b, in Lanes1x128<T> c)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fma((T*)&result, (T*)x, (T*)y, (T*)z, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fms(in Lanes1x128<T> a, in Lanes1x128<T> b, in Lanes1x128<T> c)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fms((T*)&result, (T*)x, (T*)y, (T*)z, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Fnma(in Lanes1x128<T> a, in Lanes1x128<T> b, in Lanes1x128<T> c)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fnma((T*)&result, (T*)x, (T*)y, (T*)z, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Negate(in Lanes1x128<T> a)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a)
            Loops<T>.Negate((T*)&result, (T*)x, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Abs(in Lanes1x128<T> a)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a)
            Loops<T>.Abs((T*)&result, (T*)x, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Sqrt(in Lanes1x128<T> a)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a)
            Loops<T>.Sqrt((T*)&result, (T*)x, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Round(in Lanes1x128<T> a)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* x = &a)
            Loops<T>.Round((T*)&result, (T*)x, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Min(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &a, second = &b)
            Loops<T>.Min((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Max(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &a, second = &b)
            Loops<T>.Max((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> LessThan(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &a, second = &b)
            Loops<T>.LessThan((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Equal(in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &a, second = &b)
            Loops<T>.Equal((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> CopySign(in Lanes1x128<T> magnitude, in Lanes1x128<T> sign)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &magnitude, second = &sign)
            Loops<T>.CopySign((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Scale(in Lanes1x128<T> x, in Lanes1x128<T> n)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* first = &x, second = &n)
            Loops<T>.Scale((T*)&result, (T*)first, (T*)second, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Select(in Lanes1x128<T> mask, in Lanes1x128<T> a, in Lanes1x128<T> b)
    {
        Lanes1x128<T> result;
        fixed (Lanes1x128<T>* m = &mask, x = &a, y = &b)
            Loops<T>.Select((T*)&result, (T*)m, (T*)x, (T*)y, 16 / sizeof(T));
        return result;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> FirstLanes(int count)
    {
        Lanes1x128<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, 16 / sizeof(T));
        return mask;
    }

    /// <inheritdoc/>
    public Lanes1x128<T> Decompose(in Lanes1x128<T> x, out Lanes1x128<T> exponent)
    {
        Lanes1x128<T> mantissa, e;
        fixed (Lanes1x128<T>* number = &x)
            Loops<T>.Decompose((T*)&mantissa, (T*)&e, (T*)number, 16 / sizeof(T));
        exponent = e;
        return mantissa;
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
    public void Store(in Lanes1x128<T> value, ref T origin, int offset) => Reference.As<T, Lanes1x128<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(in Lanes1x128<T> a)
    {
        Lanes1x128<T> halves = a;
        return Loops<T>.Sum((T*)&halves, 16 / sizeof(T));
    }

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
    public void StorePairs(in Lanes1x128<T> even, in Lanes1x128<T> odd, ref T origin, int offset)
    {
        Lanes1x128<T> first = even, second = odd;
        for (int i = 0; i < 16 / sizeof(T); i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&first)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&second)[i];
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
