using System.Globalization;
using System.Text;
using StaticNet.Portable.Lanes;

namespace StaticNet.Portable;

/// <summary>What generic mathematics has as static members of a number type, for translated code: in .NET Standard no number type has them.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class Number<T>
    where T : unmanaged
{
    public static T Zero => default;

    public static T One => Setting.From<T>(1);

    public static T CreateChecked(double value) => Setting.From<T>(value);

    public static T CreateChecked(Half value) => Setting.From<T>((double)value);

    public static T CreateTruncating(double value) => Setting.From<T>(value);

    public static T FusedMultiplyAdd(T a, T b, T c) => default(OneLane<T>).Fma(new(a), new(b), new(c)).Value;

    public static unsafe bool TryParse(ReadOnlySpan<byte> text, NumberStyles style, IFormatProvider culture, out T value)
    {
        string digits = Encoding.ASCII.GetString(text.ToArray());
        bool isSingle = sizeof(T) == sizeof(float);
        float single = 0;
        double number = 0;
        bool isNumber = isSingle ? float.TryParse(digits, style, culture, out single) : double.TryParse(digits, style, culture, out number);
        value = Setting.From<T>(isSingle ? single : number);
        return isNumber;
    }

    public static bool IsNaN(T value) => double.IsNaN(Setting.ToDouble(value));

    public static bool IsFinite(T value) => double.IsFinite(Setting.ToDouble(value));

    public static bool IsPositive(T value) => BitConverter.DoubleToInt64Bits(Setting.ToDouble(value)) >= 0;

    public static bool IsPositiveInfinity(T value) => double.IsPositiveInfinity(Setting.ToDouble(value));

    public static bool IsNegativeInfinity(T value) => double.IsNegativeInfinity(Setting.ToDouble(value));

    /// <summary>Of infinity, the largest finite number; asked for nothing else.</summary>
    public static T BitDecrement(T infinity) => Setting.From<T>(Largest);

    /// <summary>Of −infinity, the lowest finite number; asked for nothing else.</summary>
    public static T BitIncrement(T infinity) => Setting.From<T>(-Largest);

    private static unsafe double Largest => sizeof(T) == sizeof(float) ? float.MaxValue : double.MaxValue;
}

/// <summary>Operators of numbers of which no more is known than that they are <see cref="float"/> or <see cref="double"/>.</summary>
internal static class NumberOperators
{
    extension<T>(T)
        where T : unmanaged
    {
        public static T operator +(T a, T b) => Setting.From<T>(Setting.ToDouble(a) + Setting.ToDouble(b));

        public static T operator -(T a, T b) => Setting.From<T>(Setting.ToDouble(a) - Setting.ToDouble(b));

        public static T operator *(T a, T b) => Setting.From<T>(Setting.ToDouble(a) * Setting.ToDouble(b));

        public static T operator /(T a, T b) => Setting.From<T>(Setting.ToDouble(a) / Setting.ToDouble(b));

        public static T operator -(T a) => Setting.From<T>(-Setting.ToDouble(a));

        public static bool operator <(T a, T b) => Setting.ToDouble(a) < Setting.ToDouble(b);

        public static bool operator >(T a, T b) => Setting.ToDouble(a) > Setting.ToDouble(b);

        public static bool operator <=(T a, T b) => Setting.ToDouble(a) <= Setting.ToDouble(b);

        public static bool operator >=(T a, T b) => Setting.ToDouble(a) >= Setting.ToDouble(b);

        public static bool operator ==(T a, T b) => Setting.ToDouble(a) == Setting.ToDouble(b);

        public static bool operator !=(T a, T b) => Setting.ToDouble(a) != Setting.ToDouble(b);
    }
}
