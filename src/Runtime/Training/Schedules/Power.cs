namespace StaticNet;

/// <summary>Powers by multiplication alone, the same bits on every machine, which <see cref="Math.Pow"/> doesn't promise.</summary>
internal static class Power
{
    /// <summary>xⁿ by repeated squaring: 2·log₂ n roundings at most. 1 for n = 0.</summary>
    public static double Of(double x, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
                power *= x;
            x *= x;
        }
        return power;
    }
}
