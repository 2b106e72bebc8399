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
    public OneLane<T> Add(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Add((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Subtract(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Subtract((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Multiply(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Multiply((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Divide(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Divide((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Fma(OneLane<T> a, OneLane<T> b, OneLane<T> c)
    {
        Loops<T>.Fma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Fms(OneLane<T> a, OneLane<T> b, OneLane<T> c)
    {
        Loops<T>.Fms((T*)&a, (T*)&a, (T*)&b, (T*)&c, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Fnma(OneLane<T> a, OneLane<T> b, OneLane<T> c)
    {
        Loops<T>.Fnma((T*)&a, (T*)&a, (T*)&b, (T*)&c, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Negate(OneLane<T> a)
    {
        Loops<T>.Negate((T*)&a, (T*)&a, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Abs(OneLane<T> a)
    {
        Loops<T>.Abs((T*)&a, (T*)&a, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Sqrt(OneLane<T> a)
    {
        Loops<T>.Sqrt((T*)&a, (T*)&a, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Round(OneLane<T> a)
    {
        Loops<T>.Round((T*)&a, (T*)&a, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Min(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Min((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Max(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Max((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> LessThan(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.LessThan((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> Equal(OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Equal((T*)&a, (T*)&a, (T*)&b, 1);
        return a;
    }

    /// <inheritdoc/>
    public OneLane<T> CopySign(OneLane<T> magnitude, OneLane<T> sign)
    {
        Loops<T>.CopySign((T*)&magnitude, (T*)&magnitude, (T*)&sign, 1);
        return magnitude;
    }

    /// <inheritdoc/>
    public OneLane<T> Scale(OneLane<T> x, OneLane<T> n)
    {
        Loops<T>.Scale((T*)&x, (T*)&x, (T*)&n, 1);
        return x;
    }

    /// <inheritdoc/>
    public OneLane<T> Select(OneLane<T> mask, OneLane<T> a, OneLane<T> b)
    {
        Loops<T>.Select((T*)&mask, (T*)&mask, (T*)&a, (T*)&b, 1);
        return mask;
    }

    /// <inheritdoc/>
    public OneLane<T> FirstLanes(int count)
    {
        OneLane<T> mask;
        Loops<T>.FirstLanes((T*)&mask, count, 1);
        return mask;
    }

    /// <inheritdoc/>
    public OneLane<T> Decompose(OneLane<T> x, out OneLane<T> exponent)
    {
        OneLane<T> e;
        Loops<T>.Decompose((T*)&x, (T*)&e, (T*)&x, 1);
        exponent = e;
        return x;
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
    public void Store(OneLane<T> value, ref T origin, int offset) => Reference.As<T, OneLane<T>>(ref Reference.Add(ref origin, offset)) = value;

    /// <inheritdoc/>
    public T Sum(OneLane<T> a) => Loops<T>.Sum((T*)&a, 1);

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
    public void StorePairs(OneLane<T> even, OneLane<T> odd, ref T origin, int offset)
    {
        for (int i = 0; i < 1; i++)
        {
            Reference.Add(ref origin, offset + (2 * i)) = ((T*)&even)[i];
            Reference.Add(ref origin, offset + (2 * i) + 1) = ((T*)&odd)[i];
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
