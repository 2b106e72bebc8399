using System.Runtime.CompilerServices;
using StaticNet.Portable.Lanes;

namespace StaticNet;

/// <summary>Static members that newer frameworks have, so that the sources need not ask for the target. Where a framework has one, it is taken.</summary>
internal static class NumberPolyfills
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
                throw new ArgumentNullException(name);
        }
    }

    extension(ArgumentException)
    {
        public static void ThrowIfNullOrEmpty(string? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (string.IsNullOrEmpty(argument))
                throw argument is null ? new ArgumentNullException(name) : new ArgumentException("Expected some text, got none.", name);
        }
    }

    extension(ArgumentOutOfRangeException)
    {
        public static void ThrowIfLessThan(long value, long least, [CallerArgumentExpression(nameof(value))] string? name = null)
        {
            if (value < least)
                throw new ArgumentOutOfRangeException(name, value, $"Expected at least {least}, got {value}.");
        }

        public static void ThrowIfNegative(long value, [CallerArgumentExpression(nameof(value))] string? name = null) => ThrowIfLessThan(value, 0, name);
    }

    extension(Math)
    {
        public static (int Quotient, int Remainder) DivRem(int a, int b) => (a / b, a % b);

        public static int Clamp(int value, int least, int most) => Math.Min(most, Math.Max(least, value));

        public static double FusedMultiplyAdd(double a, double b, double c) => SoftwareFma.Compute(a, b, c);

        /// <summary>Exact: a power of two in the normal range is a product of such.</summary>
        public static double ScaleB(double x, int n)
        {
            for (; n < 0; n++)
                x *= 0.5;
            for (; n > 0; n--)
                x *= 2;
            return x;
        }

        public static ulong BigMul(ulong a, ulong b, out ulong low)
        {
            ulong al = a & uint.MaxValue, ah = a >> 32, bl = b & uint.MaxValue, bh = b >> 32;
            ulong middle = (ah * bl) + (al * bl >> 32), rest = (al * bh) + (middle & uint.MaxValue);
            low = (rest << 32) | (al * bl & uint.MaxValue);
            return (ah * bh) + (middle >> 32) + (rest >> 32);
        }
    }

    extension(double)
    {
        public static bool IsFinite(double x) => !double.IsNaN(x) && !double.IsInfinity(x);

        public static double CreateChecked<T>(T value)
            where T : unmanaged =>
            Setting.ToDouble(value);

        public static double CreateTruncating<T>(T value)
            where T : unmanaged =>
            Setting.ToDouble(value);
    }

    extension(BitConverter)
    {
        public static unsafe int SingleToInt32Bits(float x) => *(int*)&x;

        public static unsafe float UInt32BitsToSingle(uint bits) => *(float*)&bits;
    }

    extension(Array)
    {
        public static int MaxLength => 0x7FFFFFC7;

        public static void Clear(Array array) => Array.Clear(array, 0, array.Length);

        public static void Fill<T>(T[] array, T value) => array.AsSpan().Fill(value);
    }

    /// <summary>Pinned memory is for the alignment that only vector instructions ask for.</summary>
    extension(GC)
    {
        public static T[] AllocateArray<T>(int length, bool pinned) => new T[length];

        public static T[] AllocateUninitializedArray<T>(int length, bool pinned) => new T[length];
    }
}
