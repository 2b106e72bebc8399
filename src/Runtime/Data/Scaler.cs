using System.Numerics;

namespace StaticNet.Data;

/// <summary>
/// Scales the columns of a matrix: x′ = (x − offset)·factor, each column with its own two constants. Take them from the training data, and
/// scale all that the network ever sees with them; or fold them into its first layer.
/// </summary>
/// <remarks>Exact operations in a fixed order only, sums in double precision: the constants have the same bits on every machine.</remarks>
/// <example><code>
/// var scaler = Scaler&lt;float&gt;.Standard(training);
/// Dataset&lt;float&gt; scaled = scaler.Transform(training);
/// network.TrainBatch(scaled.Inputs, scaled.Labels, sgd);
/// scaler.FoldInto(network.W1, network.B1);     // from now on the network takes inputs as they are
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Scaler<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _offset;
    private readonly T[] _factor;

    /// <summary>From constants that were kept, in a file for example.</summary>
    /// <param name="offset">[columns], finite. Copied.</param>
    /// <param name="factor">[columns], finite and not 0, so that scaling can be undone. Copied.</param>
    /// <exception cref="ArgumentException">No columns, different lengths, or a constant that is not allowed.</exception>
    public Scaler(ReadOnlySpan<T> offset, ReadOnlySpan<T> factor)
    {
        if (offset.IsEmpty)
            throw new ArgumentException("Expected at least one column, got none.", nameof(offset));
        Guard.Length(factor.Length, offset.Length, nameof(factor));
        for (int column = 0; column < offset.Length; column++)
        {
            if (!T.IsFinite(offset[column]))
                throw new ArgumentException($"The offset of column {column} is no finite number.", nameof(offset));
            if (!T.IsFinite(factor[column]) || factor[column] == T.Zero)
                throw new ArgumentException($"The factor of column {column} is 0 or no finite number.", nameof(factor));
        }
        _offset = offset.ToArray();
        _factor = factor.ToArray();
    }

    /// <summary>[columns], what is subtracted.</summary>
    public ReadOnlySpan<T> Offset => _offset;

    /// <summary>[columns], what the difference is multiplied by.</summary>
    public ReadOnlySpan<T> Factor => _factor;

    /// <summary>Mean 0 and standard deviation 1 in each input of a data set.</summary>
    /// <inheritdoc cref="Standard(ReadOnlySpan{T}, int)" path="/remarks|/exception"/>
    public static Scaler<T> Standard(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Standard(data.Inputs, data.InputSize);
    }

    /// <summary>Mean 0 and standard deviation 1 in each column.</summary>
    /// <param name="values">[rows × columns], row-major, at least one row; a data set's targets, say.</param>
    /// <param name="columns">At least 1.</param>
    /// <remarks>The deviation is that of the population, √(Σ(x − mean)²/n). A column that is constant, or nearly so that 1/deviation is no number, gets the factor 1.</remarks>
    /// <exception cref="ArgumentException">No rows, a part of a row, a column with NaN or ∞, or one so large that its sums are.</exception>
    public static Scaler<T> Standard(ReadOnlySpan<T> values, int columns) => ColumnConstants.Standard(values, columns);

    /// <summary>From 0 to 1 in each input of a data set.</summary>
    /// <inheritdoc cref="MinMax(ReadOnlySpan{T}, int, T, T)" path="/remarks|/exception"/>
    public static Scaler<T> MinMax(Dataset<T> data) => MinMax(data, T.Zero, T.One);

    /// <summary>From one number to another in each input of a data set.</summary>
    /// <param name="data">Where the smallest and the largest value of each input come from.</param>
    /// <param name="low">What the smallest becomes.</param>
    /// <param name="high">What the largest becomes; greater than <paramref name="low"/>.</param>
    /// <inheritdoc cref="MinMax(ReadOnlySpan{T}, int, T, T)" path="/remarks|/exception"/>
    public static Scaler<T> MinMax(Dataset<T> data, T low, T high)
    {
        ArgumentNullException.ThrowIfNull(data);
        return MinMax(data.Inputs, data.InputSize, low, high);
    }

    /// <summary>From one number to another in each column.</summary>
    /// <param name="values">[rows × columns], row-major, at least one row.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="low">What the smallest becomes, but for rounding.</param>
    /// <param name="high">What the largest becomes, but for rounding; greater than <paramref name="low"/>.</param>
    /// <remarks>A column that is constant gets the factor 1 and becomes <paramref name="low"/>.</remarks>
    /// <exception cref="ArgumentException">No rows, a part of a row, a column with NaN or ∞, or no finite range from low to high.</exception>
    public static Scaler<T> MinMax(ReadOnlySpan<T> values, int columns, T low, T high) => ColumnConstants.MinMax(values, columns, low, high);

    /// <summary>Scales in place.</summary>
    /// <param name="inputs">[rows × columns], row-major; may be empty.</param>
    /// <exception cref="ArgumentException">Not whole rows.</exception>
    public void Transform(Span<T> inputs) => Transform(inputs, inputs);

    /// <summary>Scales into other memory.</summary>
    /// <param name="inputs">[rows × columns], row-major; may be empty.</param>
    /// <param name="result">As long; the same memory, or memory that shares nothing with it.</param>
    /// <exception cref="ArgumentException">Not whole rows, another length, or memory that overlaps in part.</exception>
    public void Transform(ReadOnlySpan<T> inputs, Span<T> result)
    {
        Guard.Count(inputs.Length, _offset.Length, nameof(inputs));
        Guard.Length(result.Length, inputs.Length, nameof(result));
        if (inputs.Overlaps(result, out int shift) && shift != 0)
            throw new ArgumentException("Expected the memory of the inputs or memory of its own, but it overlaps them in part.", nameof(result));
        for (int i = 0, column = 0; i < inputs.Length; i++)
        {
            result[i] = (inputs[i] - _offset[column]) * _factor[column];
            column = column + 1 == _offset.Length ? 0 : column + 1;
        }
    }

    /// <summary>The same samples with scaled inputs. Labels or targets are shared, not copied.</summary>
    /// <exception cref="ArgumentException">The data have inputs of another size, or a scaled one is infinite.</exception>
    public Dataset<T> Transform(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputSize != _offset.Length)
            throw new ArgumentException($"Expected inputs of {_offset.Length} numbers, got {data.InputSize}.", nameof(data));
        T[] inputs = data.Inputs.ToArray();
        Transform(inputs.AsSpan());
        return data.WithInputs(inputs);
    }

    /// <summary>Undoes <see cref="Transform(Span{T})"/> in place, but for rounding: x = x′/factor + offset.</summary>
    /// <param name="values">[rows × columns], row-major; may be empty.</param>
    /// <exception cref="ArgumentException">Not whole rows.</exception>
    public void Inverse(Span<T> values)
    {
        Guard.Count(values.Length, _offset.Length, nameof(values));
        for (int i = 0, column = 0; i < values.Length; i++)
        {
            values[i] = (values[i] / _factor[column]) + _offset[column];
            column = column + 1 == _offset.Length ? 0 : column + 1;
        }
    }

    /// <summary>
    /// Changes a first layer that was trained on scaled inputs so that it takes them as they are: w′ = factor·w, b′ = b − Σ offset·factor·w.
    /// </summary>
    /// <param name="weights">W1, [columns × units], row-major; overwritten.</param>
    /// <param name="biases">b1, [units]; overwritten.</param>
    /// <remarks>Computed in double precision and rounded once. Do it once: a second time would scale again.</remarks>
    /// <exception cref="ArgumentException">No units, or lengths that do not fit. Nothing is written then.</exception>
    public void FoldInto(Span<T> weights, Span<T> biases)
    {
        int units = biases.Length;
        if (units == 0)
            throw new ArgumentException("Expected the biases of at least one unit, got none.", nameof(biases));
        Guard.Samples(weights.Length, units, _offset.Length, nameof(weights));
        for (int unit = 0; unit < units; unit++)
        {
            double bias = double.CreateTruncating(biases[unit]);
            for (int column = 0; column < _offset.Length; column++)
            {
                ref T weight = ref weights[(column * units) + unit];
                double scaled = double.CreateTruncating(_factor[column]) * double.CreateTruncating(weight);
                bias -= double.CreateTruncating(_offset[column]) * scaled;
                weight = T.CreateTruncating(scaled);
            }
            biases[unit] = T.CreateTruncating(bias);
        }
    }
}
