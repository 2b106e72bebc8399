using System.Runtime.CompilerServices;

namespace StaticNet.Portable.Lanes;

/// <summary>
/// Arithmetic on some numbers in memory, one after the other: what vectors of any length are made of where there are no vector instructions. A result may lie where an
/// operand does.
/// </summary>
/// <remarks>Every float is cast, which takes the precision away that some runtimes compute with: of one operation the double result, rounded to float, is the float result.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static unsafe partial class Loops<T>
    where T : unmanaged
{
    /// <summary>The most that any vector here has.</summary>
    private const int MostNumbers = 16;

    private static bool IsSingle => sizeof(T) == sizeof(float);

    public static void Add(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)(((float*)a)[i] + ((float*)b)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] + ((double*)b)[i];
        }
    }

    public static void Subtract(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)(((float*)a)[i] - ((float*)b)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] - ((double*)b)[i];
        }
    }

    public static void Multiply(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)(((float*)a)[i] * ((float*)b)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] * ((double*)b)[i];
        }
    }

    public static void Divide(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)(((float*)a)[i] / ((float*)b)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] / ((double*)b)[i];
        }
    }

    /// <summary><c>a·b + c</c>, rounded once.</summary>
    [SkipLocalsInit]
    public static void Fma(T* result, T* a, T* b, T* c, int count)
    {
        if (IsSingle)
        {
            double* sums = stackalloc double[MostNumbers];
            for (int i = 0; i < count; i++)
                sums[i] = ((double)((float*)a)[i] * ((float*)b)[i]) + ((float*)c)[i];
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = SoftwareFma.IsRounded(((long*)sums)[i]) ? (float)sums[i] : SoftwareFma.ByOdd((double)((float*)a)[i] * ((float*)b)[i], ((float*)c)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = SoftwareFma.Compute(((double*)a)[i], ((double*)b)[i], ((double*)c)[i]);
        }
    }

    /// <summary><c>a·b − c</c>, rounded once.</summary>
    [SkipLocalsInit]
    public static void Fms(T* result, T* a, T* b, T* c, int count)
    {
        if (IsSingle)
        {
            double* sums = stackalloc double[MostNumbers];
            for (int i = 0; i < count; i++)
                sums[i] = ((double)((float*)a)[i] * ((float*)b)[i]) + -((float*)c)[i];
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = SoftwareFma.IsRounded(((long*)sums)[i]) ? (float)sums[i] : SoftwareFma.ByOdd((double)((float*)a)[i] * ((float*)b)[i], -((float*)c)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = SoftwareFma.Compute(((double*)a)[i], ((double*)b)[i], -((double*)c)[i]);
        }
    }

    /// <summary><c>c − a·b</c>, rounded once.</summary>
    [SkipLocalsInit]
    public static void Fnma(T* result, T* a, T* b, T* c, int count)
    {
        if (IsSingle)
        {
            double* sums = stackalloc double[MostNumbers];
            for (int i = 0; i < count; i++)
                sums[i] = ((double)-((float*)a)[i] * ((float*)b)[i]) + ((float*)c)[i];
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = SoftwareFma.IsRounded(((long*)sums)[i]) ? (float)sums[i] : SoftwareFma.ByOdd((double)-((float*)a)[i] * ((float*)b)[i], ((float*)c)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = SoftwareFma.Compute(-((double*)a)[i], ((double*)b)[i], ((double*)c)[i]);
        }
    }

    public static void Sqrt(T* result, T* a, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = (float)Math.Sqrt(((float*)a)[i]);
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = Math.Sqrt(((double*)a)[i]);
        }
    }

    /// <summary><c>a &lt; b ? a : b</c></summary>
    public static void Min(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = ((float*)a)[i] < ((float*)b)[i] ? ((float*)a)[i] : ((float*)b)[i];
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] < ((double*)b)[i] ? ((double*)a)[i] : ((double*)b)[i];
        }
    }

    /// <summary><c>a &gt; b ? a : b</c></summary>
    public static void Max(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((float*)result)[i] = ((float*)a)[i] > ((float*)b)[i] ? ((float*)a)[i] : ((float*)b)[i];
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((double*)result)[i] = ((double*)a)[i] > ((double*)b)[i] ? ((double*)a)[i] : ((double*)b)[i];
        }
    }

    /// <summary>All bits set where <c>a &lt; b</c>.</summary>
    public static void LessThan(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((int*)result)[i] = ((float*)a)[i] < ((float*)b)[i] ? -1 : 0;
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((long*)result)[i] = ((double*)a)[i] < ((double*)b)[i] ? -1 : 0;
        }
    }

    /// <summary>All bits set where <c>a = b</c>.</summary>
    public static void Equal(T* result, T* a, T* b, int count)
    {
        if (IsSingle)
        {
            for (int i = 0; i < count; i++)
                ((int*)result)[i] = ((float*)a)[i] == ((float*)b)[i] ? -1 : 0;
        }
        else
        {
            for (int i = 0; i < count; i++)
                ((long*)result)[i] = ((double*)a)[i] == ((double*)b)[i] ? -1 : 0;
        }
    }

    /// <summary>The upper half is added to the lower half until one number is left; the others are overwritten.</summary>
    public static T Sum(T* a, int count)
    {
        for (int half = count / 2; half > 0; half /= 2)
            Add(a, a, a + half, half);
        return *a;
    }
}
