namespace StaticNet.Portable.Lanes;

/// <content>What goes by bits: signs, masks, powers of two.</content>
internal static unsafe partial class Loops<T>
{
    private const int Root = 0x3F3504F3; // √½
    private const long DoubleRoot = 0x3FE6A09E667F3BCD;

    public static void Negate(T* result, T* a, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((int*)result)[i] = ((int*)a)[i] ^ int.MinValue;
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((long*)result)[i] = ((long*)a)[i] ^ long.MinValue;
        }
    }

    public static void Abs(T* result, T* a, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((int*)result)[i] = ((int*)a)[i] & int.MaxValue;
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((long*)result)[i] = ((long*)a)[i] & long.MaxValue;
        }
    }

    public static void CopySign(T* result, T* magnitude, T* sign, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((int*)result)[i] = (((int*)magnitude)[i] & int.MaxValue) | (((int*)sign)[i] & int.MinValue);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((long*)result)[i] = (((long*)magnitude)[i] & long.MaxValue) | (((long*)sign)[i] & long.MinValue);
        }
    }

    /// <summary>Bits of a where the mask has a 1, of b elsewhere.</summary>
    public static void Select(T* result, T* mask, T* a, T* b, int count)
    {
        int longs = count * sizeof(T) / sizeof(long);
        for (int i = 0; i < longs; i++)
            ((long*)result)[i] = (((long*)mask)[i] & ((long*)a)[i]) | (~((long*)mask)[i] & ((long*)b)[i]);
        if (longs * sizeof(long) != count * sizeof(T))
            *(int*)result = (*(int*)mask & *(int*)a) | (~*(int*)mask & *(int*)b);
    }

    /// <summary>All bits set in the first numbers, none in the others.</summary>
    public static void FirstLanes(T* result, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSingle)
                ((int*)result)[i] = i < first ? -1 : 0;
            else
                ((long*)result)[i] = i < first ? -1 : 0;
        }
    }

    /// <summary>The nearest integer, ties to even: adding a number whose last place is a one, and taking it away. The sign of a zero is kept.</summary>
    public static void Round(T* result, T* a, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = Round(((float*)a)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = Round(((double*)a)[i]);
        }
    }

    private static float Round(float x)
    {
        const float Large = 8388608f; // 2²³
        int sign = *(int*)&x & int.MinValue;
        float magnitude = Math.Abs(x);
        if (!(magnitude < Large))
            return x;
        float rounded = (float)((float)(magnitude + Large) - Large);
        int bits = *(int*)&rounded | sign;
        return *(float*)&bits;
    }

    private static double Round(double x)
    {
        const double Large = 4503599627370496.0; // 2⁵²
        long sign = *(long*)&x & long.MinValue;
        double magnitude = Math.Abs(x);
        if (!(magnitude < Large))
            return x;
        double rounded = magnitude + Large - Large;
        long bits = *(long*)&rounded | sign;
        return *(double*)&bits;
    }

    /// <summary><c>x·2ⁿ</c>. A float's is exact in double, and rounded once; a double's has two factors in the normal range, of which the first product is exact.</summary>
    public static void Scale(T* result, T* x, T* n, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)(((float*)x)[i] * PowerOfTwo(((float*)n)[i]));
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                double half = Round(((double*)n)[i] * 0.5);
                ((double*)result)[i] = ((double*)x)[i] * PowerOfTwo(half) * PowerOfTwo(((double*)n)[i] - half);
            }
        }
    }

    /// <summary>Adding 1.5·2⁵² puts n, biased, into the lowest mantissa bits; a shift moves it to the exponent.</summary>
    private static double PowerOfTwo(double n)
    {
        double biased = n + (6755399441055744.0 + 1023.0);
        long bits = *(long*)&biased << 52;
        return *(double*)&bits;
    }

    /// <summary>Subtracting the pattern of √½ makes the exponent field the one we want.</summary>
    public static void Decompose(T* mantissa, T* exponent, T* x, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
            {
                int bits = unchecked(((int*)x)[i] - Root);
                ((float*)exponent)[i] = bits >> 23;
                ((int*)mantissa)[i] = (bits & 0x7FFFFF) + Root;
            }
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                long bits = unchecked(((long*)x)[i] - DoubleRoot);
                ((double*)exponent)[i] = bits >> 52;
                ((long*)mantissa)[i] = (bits & 0xFFFFFFFFFFFFF) + DoubleRoot;
            }
        }
    }

    public static void Fill(T* result, T value, int count)
    {
        for (int i = 0; i < count; i++)
            result[i] = value;
    }

    public static void FromIntegers(T* result, ref int origin, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSingle)
                ((float*)result)[i] = Reference.Add(ref origin, offset + i);
            else
                ((double*)result)[i] = Reference.Add(ref origin, offset + i);
        }
    }
}
