namespace StaticNet.Quantization;

/// <summary>A layer in integers: sums of 8-bit products in 32 bits, brought back to 8 bits by its activation.</summary>
public sealed class QuantizedLayer
{
    /// <summary>The most inputs of a layer: more could leave 32 bits.</summary>
    /// <remarks>
    /// With weights up to 127 and inputs up to 128 in size, the products of 65,536 inputs, what the zero point adds to the bias, which is as much at most, and
    /// 2²⁴ − 1 for the bias itself are 2³¹ − 1 together. So no order of the additions overflows.
    /// </remarks>
    internal const int MostInputs = 1 << 16;

    private const int MostWeight = 127, MostBias = (1 << 24) - 1;

    private readonly sbyte[] _weights;
    private readonly int[] _biases;

    /// <summary>Quantises a layer.</summary>
    /// <param name="activation">Its activation.</param>
    /// <param name="parameters">[inputs × units] weights, row-major, and [units] biases.</param>
    /// <param name="inputs">Their number.</param>
    /// <param name="units">Their number.</param>
    /// <param name="input">What inputs stand for.</param>
    /// <param name="output">What activations stand for.</param>
    /// <param name="range">Of the pre-activations.</param>
    internal QuantizedLayer(Activation activation, ReadOnlySpan<double> parameters, int inputs, int units, AffineScale input, AffineScale output, Extent range)
    {
        (Activation, Inputs, Units, Output) = (activation, inputs, units, output);
        var weights = parameters[..(inputs * units)];
        var biases = parameters[(inputs * units)..];
        WeightScale = Math.Max(Math.Max(Extent.Of(weights).Size / MostWeight, Extent.Of(biases).Size / (input.Scale * MostBias)), Extent.Negligible);
        double unit = input.Scale * WeightScale;

        _weights = new sbyte[inputs * units];
        _biases = new int[units];
        for (int j = 0; j < units; j++)
        {
            int sum = 0;
            for (int i = 0; i < inputs; i++)
                sum += _weights[j * inputs + i] = (sbyte)Math.Round(weights[i * units + j] / WeightScale);
            _biases[j] = (int)Math.Round(biases[j] / unit) - (input.ZeroPoint * sum);
        }

        IntegerActivation = IntegerActivation.Create(activation, unit, range, output);
    }

    /// <summary>Its inputs.</summary>
    public int Inputs { get; }

    /// <summary>Its units.</summary>
    public int Units { get; }

    /// <summary>What is applied to its sums.</summary>
    public Activation Activation { get; }

    /// <summary>What a weight of 1 stands for.</summary>
    public double WeightScale { get; }

    /// <summary>An activation q stands for <c>OutputScale·(q − OutputZeroPoint)</c>.</summary>
    public double OutputScale => Output.Scale;

    /// <inheritdoc cref="OutputScale"/>
    public int OutputZeroPoint => Output.ZeroPoint;

    /// <summary>[units × inputs], row-major, from −127 to 127: each unit's weights lie side by side.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>[units], in units of the scales of inputs and weights multiplied; the zero point of the inputs is taken into account, so that sums take them as they are.</summary>
    public ReadOnlySpan<int> Biases => _biases;

    /// <summary>Bytes of weights, biases and tables.</summary>
    public int Bytes => _weights.Length + (_biases.Length * sizeof(int)) + IntegerActivation.Bytes;

    /// <summary>What activations stand for.</summary>
    internal AffineScale Output { get; }

    /// <summary>How sums become activations.</summary>
    internal IntegerActivation IntegerActivation { get; }

    /// <summary>The sums of all units.</summary>
    /// <param name="input">[inputs]</param>
    /// <param name="sums">[units], overwritten.</param>
    internal void Sum(ReadOnlySpan<sbyte> input, Span<int> sums)
    {
        for (int j = 0; j < sums.Length; j++)
            sums[j] = _biases[j] + DotProduct.Of(input, _weights.AsSpan(j * Inputs, Inputs));
    }
}
