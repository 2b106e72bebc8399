using System.Runtime.CompilerServices;

namespace StaticNet.Quantization;

/// <summary>What 8-bit numbers stand for: x = <see cref="Scale"/>·(q − <see cref="ZeroPoint"/>).</summary>
/// <param name="Scale">The distance of two neighbours, greater than 0.</param>
/// <param name="ZeroPoint">The q of 0, from −128 to 127.</param>
internal readonly record struct AffineScale(double Scale, int ZeroPoint)
{
    /// <summary>Probabilities: 1/256 and −128, as TensorFlow Lite has them. 1 itself becomes 255/256.</summary>
    public static readonly AffineScale Probability = new(1.0 / 256, -128);

    /// <summary>Outputs of tanh: 1/128 and 0, as TensorFlow Lite has them.</summary>
    public static readonly AffineScale Tanh = new(1.0 / 128, 0);

    /// <summary>The scale whose 256 numbers span a range and 0. Where there is nothing but 0, its steps are 1.</summary>
    public static AffineScale Spanning(Extent range)
    {
        double least = Math.Min(range.Min, 0), most = Math.Max(range.Max, 0);
        double scale = (most - least) / 255;
        return scale < Extent.Negligible ? new(1, -128) : new(scale, (int)Math.Round(-128 - (least / scale)));
    }

    /// <summary>The nearest q, halves to even; numbers beyond the range become its ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public sbyte Quantize(double x) => (sbyte)Math.Clamp(Math.Round(x / Scale) + ZeroPoint, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>What q stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Dequantize(sbyte q) => Scale * (q - ZeroPoint);
}
