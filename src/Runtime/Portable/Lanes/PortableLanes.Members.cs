namespace StaticNet.Lanes;

/// <content>The members, which OneLane and Lanes1x128 have too: the build makes theirs of this text, with another name.</content>
public unsafe partial struct PortableLanes<T>
{
    /// <inheritdoc/>
    public PortableLanes<T> Zero => default;

    /// <inheritdoc/>
    public PortableLanes<T> One => Broadcast(Number<T>.One);

    /// <inheritdoc/>
    public PortableLanes<T> Add(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b)
            Loops<T>.Add((T*)&result, (T*)x, (T*)y, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Subtract(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b)
            Loops<T>.Subtract((T*)&result, (T*)x, (T*)y, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Multiply(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b)
            Loops<T>.Multiply((T*)&result, (T*)x, (T*)y, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Divide(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b)
            Loops<T>.Divide((T*)&result, (T*)x, (T*)y, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fma(in PortableLanes<T> a, in PortableLanes<T> b, in PortableLanes<T> c)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fma((T*)&result, (T*)x, (T*)y, (T*)z, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fms(in PortableLanes<T> a, in PortableLanes<T> b, in PortableLanes<T> c)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fms((T*)&result, (T*)x, (T*)y, (T*)z, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Fnma(in PortableLanes<T> a, in PortableLanes<T> b, in PortableLanes<T> c)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fnma((T*)&result, (T*)x, (T*)y, (T*)z, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Negate(in PortableLanes<T> a)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a)
            Loops<T>.Negate((T*)&result, (T*)x, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Abs(in PortableLanes<T> a)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a)
            Loops<T>.Abs((T*)&result, (T*)x, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Sqrt(in PortableLanes<T> a)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a)
            Loops<T>.Sqrt((T*)&result, (T*)x, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Round(in PortableLanes<T> a)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* x = &a)
            Loops<T>.Round((T*)&result, (T*)x, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Min(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &a, second = &b)
            Loops<T>.Min((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Max(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &a, second = &b)
            Loops<T>.Max((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> LessThan(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &a, second = &b)
            Loops<T>.LessThan((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Equal(in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &a, second = &b)
            Loops<T>.Equal((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> CopySign(in PortableLanes<T> magnitude, in PortableLanes<T> sign)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &magnitude, second = &sign)
            Loops<T>.CopySign((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Scale(in PortableLanes<T> x, in PortableLanes<T> n)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* first = &x, second = &n)
            Loops<T>.Scale((T*)&result, (T*)first, (T*)second, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Select(in PortableLanes<T> mask, in PortableLanes<T> a, in PortableLanes<T> b)
    {
        PortableLanes<T> result;
        fixed (PortableLanes<T>* m = &mask, x = &a, y = &b)
            Loops<T>.Select((T*)&result, (T*)m, (T*)x, (T*)y, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> FirstLanes(int count)
    {
        PortableLanes<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, Count);
        return mask;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Decompose(in PortableLanes<T> x, out PortableLanes<T> exponent)
    {
        PortableLanes<T> mantissa, e;
        fixed (PortableLanes<T>* number = &x)
            Loops<T>.Decompose((T*)&mantissa, (T*)&e, (T*)number, Count);
        exponent = e;
        return mantissa;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Broadcast(T value)
    {
        PortableLanes<T> result;
        Loops<T>.Fill((T*)&result, value, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> Broadcast(ref T origin, int offset) => Broadcast(Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public PortableLanes<T> Load(ref T origin, int offset) => Reference.As<T, PortableLanes<T>>(ref Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public void Store(in PortableLanes<T> value, ref T origin, int offset) => Reference.As<T, PortableLanes<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(in PortableLanes<T> a)
    {
        PortableLanes<T> halves = a;
        return Loops<T>.Sum((T*)&halves, Count);
    }

    /// <inheritdoc/>
    public void LoadPairs(ref T origin, int offset, out PortableLanes<T> even, out PortableLanes<T> odd)
    {
        PortableLanes<T> first = default, second = default;
        for (int i = 0; i < Count; i++)
        {
            ((T*)&first)[i] = Reference.Add(ref origin, offset + (2 * i));
            ((T*)&second)[i] = Reference.Add(ref origin, offset + (2 * i) + 1);
        }

        even = first;
        odd = second;
    }

    /// <inheritdoc/>
    public void StorePairs(in PortableLanes<T> even, in PortableLanes<T> odd, ref T origin, int offset)
    {
        PortableLanes<T> first = even, second = odd;
        for (int i = 0; i < Count; i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&first)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&second)[i];
        }
    }

    /// <inheritdoc/>
    public PortableLanes<T> LoadIntegers(ref int origin, int offset)
    {
        PortableLanes<T> result;
        Loops<T>.FromIntegers((T*)&result, ref origin, offset, Count);
        return result;
    }

    /// <inheritdoc/>
    public PortableLanes<T> SumRows(ref T rows)
    {
        PortableLanes<T> sums = default;
        for (int i = 0; i < Count; i++)
            ((T*)&sums)[i] = Sum(Load(ref rows, i * Count));
        return sums;
    }

    /// <summary>As the method of that name.</summary>
    public static PortableLanes<T> operator +(PortableLanes<T> a, PortableLanes<T> b) => default(PortableLanes<T>).Add(a, b);

    /// <summary>As the method of that name.</summary>
    public static PortableLanes<T> operator -(PortableLanes<T> a, PortableLanes<T> b) => default(PortableLanes<T>).Subtract(a, b);

    /// <summary>As the method of that name.</summary>
    public static PortableLanes<T> operator *(PortableLanes<T> a, PortableLanes<T> b) => default(PortableLanes<T>).Multiply(a, b);

    /// <summary>As the method of that name.</summary>
    public static PortableLanes<T> operator /(PortableLanes<T> a, PortableLanes<T> b) => default(PortableLanes<T>).Divide(a, b);

    /// <summary>The sign flipped.</summary>
    public static PortableLanes<T> operator -(PortableLanes<T> a) => default(PortableLanes<T>).Negate(a);
}
