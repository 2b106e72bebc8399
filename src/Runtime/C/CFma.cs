namespace StaticNet.C;

/// <summary>
/// Fused multiply-add without a library: the processor's instruction where the compiler says that there is one, else integers. The product of two significands is
/// exact in twice the bits; whatever is shifted out of the sum leaves a mark in its last bit, so the one rounding at the end is right (as in Berkeley SoftFloat's
/// shift with jamming).
/// </summary>
internal static class CFma
{
    public static string SingleSignificand(string name) => $$"""
        /* |x| = m * 2^e for finite x, with m in [2^23, 2^24), or 0 for 0. */
        static inline uint32_t {{name}}_significand(float x, int *e)
        {
            const uint32_t bits = {{name}}_bits(x) & 0x7fffffffu;
            uint32_t m = bits & 0x007fffffu;
            *e = (int)(bits >> 23) - 150;
            if (bits >> 23 != 0)
                return m | 0x00800000u;
            for (*e = -149; m != 0 && m < 0x00800000u; --*e)
                m <<= 1;
            return m;
        }
        """;

    public static string SingleSticky(string name) => $$"""
        /* x / 2^n; what is lost leaves a 1 in the last place. */
        static inline uint64_t {{name}}_sticky(uint64_t x, int n)
        {
            return n > 63 ? x != 0 : (x >> n) | ((x & (((uint64_t)1 << n) - 1)) != 0);
        }
        """;

    public static string Single(string name) => $$"""
        /* a * b + c, rounded once. */
        static inline float {{name}}_fma(float a, float b, float c)
        {
        #if defined(__GNUC__) && (defined(__FP_FAST_FMAF) || defined(__FMA__) || defined(__ARM_FEATURE_FMA))
            return __builtin_fmaf(a, b, c); /* an instruction of this processor */
        #else
            /* Product and addend as integers below 2^62, with a power of two each. */
            int ea, eb, ec;
            const uint32_t ma = {{name}}_significand(a, &ea), mb = {{name}}_significand(b, &eb), mc = {{name}}_significand(c, &ec);
            uint64_t product = (uint64_t)(ma << 7) * (mb << 7), addend = (uint64_t)mc << 38, sum;
            uint32_t sign = ({{name}}_bits(a) ^ {{name}}_bits(b)) & 0x80000000u, bits;
            const uint32_t addend_sign = {{name}}_bits(c) & 0x80000000u;
            int e = ea + eb - 14;
            if (product == 0 || ea == 105 || eb == 105)
                return a * b + c; /* exact, infinite or NaN */
            if (ec == 105)
                return c;

            /* The smaller exponent becomes the larger one. */
            ec -= 38;
            if (e > ec) {
                addend = {{name}}_sticky(addend, e - ec);
            } else {
                product = {{name}}_sticky(product, ec - e);
                e = ec;
            }
            sum = sign == addend_sign ? product + addend : product > addend ? product - addend : addend - product;
            if (sum == 0)
                return 0.0f;
            if (addend > product)
                sign = addend_sign;

            /* 24 bits are kept, fewer of subnormal numbers; the rest decides the rounding, ties to even. */
            for (; sum >> 63 == 0; e--)
                sum <<= 1;
            e += 190;
            if (e > 254)
                return {{name}}_number(sign | 0x7f800000u);
            if (e < 1) {
                sum = {{name}}_sticky(sum, 1 - e);
                e = 1;
            }
            bits = ((uint32_t)(e - 1) << 23) + (uint32_t)(sum >> 40);
            sum &= 0xffffffffffu;
            if (sum > 0x8000000000u || (sum == 0x8000000000u && (bits & 1u) != 0))
                bits++;
            return {{name}}_number(sign | bits);
        #endif
        }
        """;

    public static string DoubleSignificand(string name) => $$"""
        /* |x| = m * 2^e for finite x, with m in [2^52, 2^53), or 0 for 0. */
        static inline uint64_t {{name}}_significand(double x, int *e)
        {
            const uint64_t bits = {{name}}_bits(x) & 0x7fffffffffffffffu;
            uint64_t m = bits & 0x000fffffffffffffu;
            *e = (int)(bits >> 52) - 1075;
            if (bits >> 52 != 0)
                return m | 0x0010000000000000u;
            for (*e = -1074; m != 0 && m < 0x0010000000000000u; --*e)
                m <<= 1;
            return m;
        }
        """;

    public static string DoubleSticky(string name) => $$"""
        /* An integer of 128 bits. */
        typedef struct {
            uint64_t high, low;
        } {{name}}_wide;

        /* x / 2^n; what is lost leaves a 1 in the last place. */
        static inline {{name}}_wide {{name}}_sticky({{name}}_wide x, int n)
        {
            for (; n > 63; n -= 64) {
                x.low = x.high | (x.low != 0);
                x.high = 0;
            }
            if (n > 0) {
                x.low = (x.low >> n) | (x.high << (64 - n)) | (x.low << (64 - n) != 0);
                x.high >>= n;
            }
            return x;
        }
        """;

    public static string Double(string name) => $$"""
        /* a * b + c, rounded once. */
        static inline double {{name}}_fma(double a, double b, double c)
        {
        #if defined(__GNUC__) && (defined(__FP_FAST_FMA) || defined(__FMA__) || defined(__aarch64__))
            return __builtin_fma(a, b, c); /* an instruction of this processor */
        #else
            /* Product and addend as integers below 2^126, with a power of two each. */
            int ea, eb, ec;
            const uint64_t ma = {{name}}_significand(a, &ea) << 10, mb = {{name}}_significand(b, &eb) << 10, mc = {{name}}_significand(c, &ec);
            const uint64_t al = ma & 0xffffffffu, ah = ma >> 32, bl = mb & 0xffffffffu, bh = mb >> 32;
            const uint64_t middle = ah * bl + (al * bl >> 32), rest = al * bh + (middle & 0xffffffffu);
            {{name}}_wide product, addend, sum;
            uint64_t sign = ({{name}}_bits(a) ^ {{name}}_bits(b)) & 0x8000000000000000u, bits;
            const uint64_t addend_sign = {{name}}_bits(c) & 0x8000000000000000u;
            int e = ea + eb - 20, product_is_larger;
            if (ma == 0 || mb == 0 || ea == 972 || eb == 972)
                return a * b + c; /* exact, infinite or NaN */
            if (ec == 972)
                return c;
            product.high = ah * bh + (middle >> 32) + (rest >> 32);
            product.low = (rest << 32) | (al * bl & 0xffffffffu);
            addend.high = mc << 9;
            addend.low = 0;

            /* The smaller exponent becomes the larger one. */
            ec -= 73;
            if (e > ec) {
                addend = {{name}}_sticky(addend, e - ec);
            } else {
                product = {{name}}_sticky(product, ec - e);
                e = ec;
            }
            product_is_larger = product.high != addend.high ? product.high > addend.high : product.low > addend.low;
            if (sign == addend_sign) {
                sum.low = product.low + addend.low;
                sum.high = product.high + addend.high + (sum.low < product.low);
            } else if (product_is_larger) {
                sum.low = product.low - addend.low;
                sum.high = product.high - addend.high - (product.low < addend.low);
            } else {
                sum.low = addend.low - product.low;
                sum.high = addend.high - product.high - (addend.low < product.low);
                sign = addend_sign;
            }
            if ((sum.high | sum.low) == 0)
                return 0.0;

            /* 53 bits are kept, fewer of subnormal numbers; the rest decides the rounding, ties to even. */
            for (; sum.high >> 63 == 0; e--) {
                sum.high = (sum.high << 1) | (sum.low >> 63);
                sum.low <<= 1;
            }
            e += 1150;
            if (e > 2046)
                return {{name}}_number(sign | 0x7ff0000000000000u);
            if (e < 1) {
                sum = {{name}}_sticky(sum, 1 - e);
                e = 1;
            }
            bits = ((uint64_t)(e - 1) << 52) + (sum.high >> 11);
            sum.high &= 0x7ffu;
            if (sum.high > 0x400u || (sum.high == 0x400u && (sum.low != 0 || (bits & 1u) != 0)))
                bits++;
            return {{name}}_number(sign | bits);
        #endif
        }
        """;
}
