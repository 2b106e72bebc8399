using System;
#if PORTABLE
using StaticNet.Portable.Functions;
using StaticNet.Portable.Lanes;
#else
using StaticNet.Functions;
using StaticNet.Lanes;
#endif

namespace StaticNet.Probe
{
    /// <summary>Fused multiply-adds and functions of numbers of all magnitudes: subnormal, infinite, and sums that nearly cancel. NaN counts as one number.</summary>
    public static class Arithmetic
    {
        private const int Count = 50_000;

        /// <summary>Of floats.</summary>
        public static string Single()
        {
            var random = new SplitMix64(21);
            var fingerprint = new Fingerprint();
            for (int i = 0; i < Count; i++)
            {
                float a = Number((uint)random.Next()), b = Number((uint)random.Next()), c = Number((uint)random.Next());
                Add(fingerprint, Scalar.Fma(a, b, c));
                // Nearly cancelling, and nearly in the middle between two floats.
                Add(fingerprint, Scalar.Fma(a, b, -(a * b)));
                Add(fingerprint, Scalar.Fma(1f, a, Number((uint)random.Next() & 0x807FFFFF) * a));
                Add(fingerprint, Scalar.Fma(1f + (1f / 4096), 1f + ((i + 0.5f) / 4096), a * 1e-30f));
                Add(fingerprint, Elu.Single(a));
                Add(fingerprint, Exp.SingleNonPositive(-Math.Abs(a)));
                Add(fingerprint, Gelu.Single(a));
                Add(fingerprint, LeakyRelu.Single(a));
                Add(fingerprint, Relu.Single(a));
                Add(fingerprint, Sigmoid.Single(a));
                Add(fingerprint, Silu.Single(a));
                Add(fingerprint, Softplus.Single(a));
                Add(fingerprint, Tanh.Single(a));
                // As networks have them.
                Add(fingerprint, Gelu.Single((float)((i * 0.001) - 25)));
                Add(fingerprint, Silu.Single((float)((i * 0.005) - 125)));
                Add(fingerprint, Log.SingleNormal((float)(1 + (i * 0.37))));
            }

            return fingerprint.ToString();
        }

        /// <summary>Of doubles.</summary>
        public static string Double()
        {
            var random = new SplitMix64(22);
            var fingerprint = new Fingerprint();
            for (int i = 0; i < Count; i++)
            {
                double a = BitConverter.Int64BitsToDouble((long)random.Next()), b = BitConverter.Int64BitsToDouble((long)random.Next()), c = BitConverter.Int64BitsToDouble((long)random.Next());
                double x = random.NextDouble() - 0.5, y = random.NextDouble() - 0.5;
                Add(fingerprint, Scalar.Fma(a, b, c));
                Add(fingerprint, Scalar.Fma(a, b, -(a * b)));
                Add(fingerprint, Scalar.Fma(x, y, -(x * y)));
                Add(fingerprint, Scalar.Fma(x, y, c));
                Add(fingerprint, Scalar.Fma(x * 1e-160, y * 1e-150, x * 1e-310));
                Add(fingerprint, Elu.Double(a));
                Add(fingerprint, Gelu.Double(a));
                Add(fingerprint, Sigmoid.Double(a));
                Add(fingerprint, Silu.Double((i * 0.03) - 760));
                Add(fingerprint, Softplus.Double(a));
                Add(fingerprint, Tanh.Double(x * 40));
                Add(fingerprint, Gelu.Double((i * 0.002) - 45));
                Add(fingerprint, Cosine.Cos(x * 1e6));
            }

            return fingerprint.ToString();
        }

        private static float Number(uint bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

        private static void Add(Fingerprint fingerprint, double number) => fingerprint.Add(double.IsNaN(number) ? -1 : BitConverter.DoubleToInt64Bits(number));
    }
}
