namespace StaticNet.Portable.Lanes;

/// <summary>
/// Fused multiply-add of doubles of any magnitude, by integers: the product of two significands is exact in 128 bits, and whatever is shifted out of the sum leaves a
/// mark in its last bit, so the one rounding at the end is right (as in Berkeley SoftFloat's shift with jamming). The C export has the same.
/// </summary>
internal static unsafe class IntegerFma
{
    /// <summary>An integer of 128 bits.</summary>
    private struct Wide
    {
        public ulong High, Low;
    }

    /// <summary><c>a·b + c</c>, rounded once.</summary>
    public static double Compute(double a, double b, double c)
    {
        // Product and addend as integers below 2¹²⁶, with a power of two each.
        ulong ma = Significand(a, out int ea) << 10, mb = Significand(b, out int eb) << 10, mc = Significand(c, out int ec);
        if (ma == 0 || mb == 0 || ea == 972 || eb == 972)
            return (a * b) + c;
        if (ec == 972)
            return c;
        ulong sign = (Bits(a) ^ Bits(b)) & 0x8000000000000000, addendSign = Bits(c) & 0x8000000000000000;
        var product = Product(ma, mb);
        var addend = new Wide { High = mc << 9 };
        int e = ea + eb - 20;

        // The smaller exponent becomes the larger one.
        ec -= 73;
        if (e > ec)
        {
            addend = Sticky(addend, e - ec);
        }
        else
        {
            product = Sticky(product, ec - e);
            e = ec;
        }

        bool productIsLarger = product.High != addend.High ? product.High > addend.High : product.Low > addend.Low;
        Wide sum;
        if (sign == addendSign)
        {
            sum.Low = unchecked(product.Low + addend.Low);
            sum.High = product.High + addend.High + (sum.Low < product.Low ? 1UL : 0);
        }
        else if (productIsLarger)
        {
            sum = Difference(product, addend);
        }
        else
        {
            sum = Difference(addend, product);
            sign = addendSign;
        }

        return (sum.High | sum.Low) == 0 ? 0 : Rounded(sum, e, sign);
    }

    /// <summary>53 bits are kept, fewer of subnormal numbers; the rest decides the rounding, ties to even.</summary>
    private static double Rounded(Wide sum, int e, ulong sign)
    {
        for (; sum.High >> 63 == 0; e--)
        {
            sum.High = (sum.High << 1) | (sum.Low >> 63);
            sum.Low <<= 1;
        }

        e += 1150;
        if (e > 2046)
            return Number(sign | 0x7FF0000000000000);
        if (e < 1)
        {
            sum = Sticky(sum, 1 - e);
            e = 1;
        }

        ulong bits = ((ulong)(e - 1) << 52) + (sum.High >> 11), rest = sum.High & 0x7FF;
        if (rest > 0x400 || (rest == 0x400 && (sum.Low != 0 || (bits & 1) != 0)))
            bits++;
        return Number(sign | bits);
    }

    /// <summary>|x| = m·2ᵉ for finite x, with m in [2⁵², 2⁵³), or 0 for 0.</summary>
    private static ulong Significand(double x, out int e)
    {
        ulong bits = Bits(x) & 0x7FFFFFFFFFFFFFFF, m = bits & 0x000FFFFFFFFFFFFF;
        e = (int)(bits >> 52) - 1075;
        if (bits >> 52 != 0)
            return m | 0x0010000000000000;
        for (e = -1074; m != 0 && m < 0x0010000000000000; e--)
            m <<= 1;
        return m;
    }

    private static Wide Product(ulong a, ulong b)
    {
        Wide product;
        product.High = Math.BigMul(a, b, out product.Low);
        return product;
    }

    private static Wide Difference(Wide a, Wide b) => new() { Low = unchecked(a.Low - b.Low), High = a.High - b.High - (a.Low < b.Low ? 1UL : 0) };

    /// <summary>x / 2ⁿ; what is lost leaves a 1 in the last place.</summary>
    private static Wide Sticky(Wide x, int n)
    {
        for (; n > 63; n -= 64)
        {
            x.Low = x.High | (x.Low != 0 ? 1UL : 0);
            x.High = 0;
        }

        if (n > 0)
        {
            x.Low = (x.Low >> n) | (x.High << (64 - n)) | (x.Low << (64 - n) != 0 ? 1UL : 0);
            x.High >>= n;
        }

        return x;
    }

    private static ulong Bits(double x) => *(ulong*)&x;

    private static double Number(ulong bits) => *(double*)&bits;
}
