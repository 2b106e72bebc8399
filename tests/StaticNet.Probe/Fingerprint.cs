using System;
using System.Globalization;

namespace StaticNet.Probe
{
    /// <summary>A hash of the bits of numbers (FNV-1a, by 64-bit words).</summary>
    public sealed class Fingerprint
    {
        private ulong _hash = 14695981039346656037;

        public void Add(long bits) => _hash = unchecked((_hash ^ (ulong)bits) * 1099511628211);

        public void Add(ReadOnlySpan<float> numbers)
        {
            foreach (float number in numbers)
                Add(BitConverter.DoubleToInt64Bits(number));
        }

        public void Add(ReadOnlySpan<double> numbers)
        {
            foreach (double number in numbers)
                Add(BitConverter.DoubleToInt64Bits(number));
        }

        public override string ToString() => _hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
