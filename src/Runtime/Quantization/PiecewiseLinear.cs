namespace StaticNet.Quantization;

/// <summary>Identity and the rectifiers: a factor for each sign of the sum.</summary>
/// <param name="positive">Of the activation, for a sum of 1.</param>
/// <param name="negative">The same for a sum of −1, without its sign.</param>
/// <param name="output">What results stand for.</param>
internal sealed class PiecewiseLinear(double positive, double negative, AffineScale output) : IntegerActivation
{
    private readonly FixedPoint _positive = FixedPoint.Of(positive / output.Scale), _negative = FixedPoint.Of(negative / output.Scale);
    private readonly int _zeroPoint = output.ZeroPoint;

    /// <inheritdoc/>
    public override int Bytes => 0;

    /// <inheritdoc/>
    public override void Apply(Span<int> sums, Span<sbyte> output)
    {
        var (positive, negative) = (_positive, _negative);
        for (int j = 0; j < sums.Length; j++)
        {
            long scaled = sums[j] < 0 ? negative.Apply(sums[j]) : positive.Apply(sums[j]);
            output[j] = (sbyte)Math.Clamp(scaled + _zeroPoint, sbyte.MinValue, sbyte.MaxValue);
        }
    }

    /// <inheritdoc/>
    public override string CHelpers(string name) => $$"""
        static inline int8_t {{name}}_saturate(int64_t q)
        {
            return (int8_t)(q < -128 ? -128 : q > 127 ? 127 : q);
        }
        """;

    /// <inheritdoc/>
    public override string CFunction(string name, int layer, int units)
    {
        string scaled = _positive == _negative
            ? $"{name}_scale(z, {_positive})"
            : $"(z < 0 ? {name}_scale(z, {_negative}) : {name}_scale(z, {_positive}))";
        return $$"""
            static inline int8_t {{name}}_a{{layer}}(int32_t z)
            {
                return {{name}}_saturate({{scaled}}{{CText.Plus(_zeroPoint)}});
            }
            """;
    }
}
