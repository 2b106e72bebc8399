using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>A single lane: what a kernel becomes when it is given one sample.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe struct OneLane<T> : ILanes<OneLane<T>, T>
    where T : unmanaged
{
    private readonly T _v;

    /// <summary>A number as a lane.</summary>
    public OneLane(T value) => _v = value;

    /// <summary>The lane as a number.</summary>
    public T Value => _v;

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public OneLane<T> Zero => default;

    /// <inheritdoc/>
    public OneLane<T> One => Broadcast(Number<T>.One);

    /// <inheritdoc/>
    public OneLane<T> Add(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b)
            Loops<T>.Add((T*)&result, (T*)x, (T*)y, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Subtract(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b)
            Loops<T>.Subtract((T*)&result, (T*)x, (T*)y, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Multiply(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b)
            Loops<T>.Multiply((T*)&result, (T*)x, (T*)y, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Divide(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b)
            Loops<T>.Divide((T*)&result, (T*)x, (T*)y, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Fma(in OneLane<T> a, in OneLane<T> b, in OneLane<T> c)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fma((T*)&result, (T*)x, (T*)y, (T*)z, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Fms(in OneLane<T> a, in OneLane<T> b, in OneLane<T> c)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fms((T*)&result, (T*)x, (T*)y, (T*)z, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Fnma(in OneLane<T> a, in OneLane<T> b, in OneLane<T> c)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a, y = &b, z = &c)
            Loops<T>.Fnma((T*)&result, (T*)x, (T*)y, (T*)z, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Negate(in OneLane<T> a)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a)
            Loops<T>.Negate((T*)&result, (T*)x, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Abs(in OneLane<T> a)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a)
            Loops<T>.Abs((T*)&result, (T*)x, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Sqrt(in OneLane<T> a)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a)
            Loops<T>.Sqrt((T*)&result, (T*)x, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Round(in OneLane<T> a)
    {
        OneLane<T> result;
        fixed (OneLane<T>* x = &a)
            Loops<T>.Round((T*)&result, (T*)x, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Min(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &a, second = &b)
            Loops<T>.Min((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Max(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &a, second = &b)
            Loops<T>.Max((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> LessThan(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &a, second = &b)
            Loops<T>.LessThan((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Equal(in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &a, second = &b)
            Loops<T>.Equal((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> CopySign(in OneLane<T> magnitude, in OneLane<T> sign)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &magnitude, second = &sign)
            Loops<T>.CopySign((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Scale(in OneLane<T> x, in OneLane<T> n)
    {
        OneLane<T> result;
        fixed (OneLane<T>* first = &x, second = &n)
            Loops<T>.Scale((T*)&result, (T*)first, (T*)second, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Select(in OneLane<T> mask, in OneLane<T> a, in OneLane<T> b)
    {
        OneLane<T> result;
        fixed (OneLane<T>* m = &mask, x = &a, y = &b)
            Loops<T>.Select((T*)&result, (T*)m, (T*)x, (T*)y, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> FirstLanes(int count)
    {
        OneLane<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, 1);
        return mask;
    }

    /// <inheritdoc/>
    public OneLane<T> Decompose(in OneLane<T> x, out OneLane<T> exponent)
    {
        OneLane<T> mantissa, e;
        fixed (OneLane<T>* number = &x)
            Loops<T>.Decompose((T*)&mantissa, (T*)&e, (T*)number, 1);
        exponent = e;
        return mantissa;
    }

    /// <inheritdoc/>
    public OneLane<T> Broadcast(T value)
    {
        OneLane<T> result;
        Loops<T>.Fill((T*)&result, value, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> Broadcast(ref T origin, int offset) => Broadcast(Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public OneLane<T> Load(ref T origin, int offset) => Reference.As<T, OneLane<T>>(ref Reference.Add(ref origin, offset));

    /// <inheritdoc/>
    public void Store(in OneLane<T> value, ref T origin, int offset) => Reference.As<T, OneLane<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(in OneLane<T> a)
    {
        OneLane<T> halves = a;
        return Loops<T>.Sum((T*)&halves, 1);
    }

    /// <inheritdoc/>
    public void LoadPairs(ref T origin, int offset, out OneLane<T> even, out OneLane<T> odd)
    {
        OneLane<T> first = default, second = default;
        for (int i = 0; i < 1; i++)
        {
            ((T*)&first)[i] = Reference.Add(ref origin, offset + (2 * i));
            ((T*)&second)[i] = Reference.Add(ref origin, offset + (2 * i) + 1);
        }

        even = first;
        odd = second;
    }

    /// <inheritdoc/>
    public void StorePairs(in OneLane<T> even, in OneLane<T> odd, ref T origin, int offset)
    {
        OneLane<T> first = even, second = odd;
        for (int i = 0; i < 1; i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&first)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&second)[i];
        }
    }

    /// <inheritdoc/>
    public OneLane<T> LoadIntegers(ref int origin, int offset)
    {
        OneLane<T> result;
        Loops<T>.FromIntegers((T*)&result, ref origin, offset, 1);
        return result;
    }

    /// <inheritdoc/>
    public OneLane<T> SumRows(ref T rows)
    {
        OneLane<T> sums = default;
        for (int i = 0; i < 1; i++)
            ((T*)&sums)[i] = Sum(Load(ref rows, i * 1));
        return sums;
    }

    /// <summary>As the method of that name.</summary>
    public static OneLane<T> operator +(OneLane<T> a, OneLane<T> b) => default(OneLane<T>).Add(a, b);

    /// <summary>As the method of that name.</summary>
    public static OneLane<T> operator -(OneLane<T> a, OneLane<T> b) => default(OneLane<T>).Subtract(a, b);

    /// <summary>As the method of that name.</summary>
    public static OneLane<T> operator *(OneLane<T> a, OneLane<T> b) => default(OneLane<T>).Multiply(a, b);

    /// <summary>As the method of that name.</summary>
    public static OneLane<T> operator /(OneLane<T> a, OneLane<T> b) => default(OneLane<T>).Divide(a, b);

    /// <summary>The sign flipped.</summary>
    public static OneLane<T> operator -(OneLane<T> a) => default(OneLane<T>).Negate(a);
}
