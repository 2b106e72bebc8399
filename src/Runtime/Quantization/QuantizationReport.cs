using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Quantization;

/// <summary>What quantisation costs and saves, on data.</summary>
/// <param name="Accuracy">The network's share of right classes; null for regression.</param>
/// <param name="QuantizedAccuracy">The same in integers.</param>
/// <param name="RootMeanSquaredError">The network's distance from the targets; null for classification.</param>
/// <param name="QuantizedRootMeanSquaredError">The same in integers.</param>
/// <param name="MeanOutputError">The mean distance of the quantised outputs from the network's.</param>
/// <param name="MaxOutputError">The largest.</param>
/// <param name="Bytes">Of the network's parameters.</param>
/// <param name="QuantizedBytes">Of the quantised weights, biases and tables.</param>
public sealed record QuantizationReport(
    double? Accuracy,
    double? QuantizedAccuracy,
    double? RootMeanSquaredError,
    double? QuantizedRootMeanSquaredError,
    double MeanOutputError,
    double MaxOutputError,
    int Bytes,
    int QuantizedBytes)
{
    /// <summary>Percentage points of accuracy that are lost, negative where some are won; null for regression.</summary>
    public double? PointsLost => 100 * (Accuracy - QuantizedAccuracy);

    /// <summary>In a line, as <c>accuracy 98.61 % → 98.33 %, output error 0.0007 (at most 0.0302), 9640 → 2674 bytes</c>.</summary>
    public override string ToString()
    {
        string quality = Accuracy is null
            ? FormattableString.Invariant($"root mean squared error {RootMeanSquaredError:G4} → {QuantizedRootMeanSquaredError:G4}")
            : FormattableString.Invariant($"accuracy {100 * Accuracy:F2} % → {100 * QuantizedAccuracy:F2} %");
        return FormattableString.Invariant($"{quality}, output error {MeanOutputError:G2} (at most {MaxOutputError:G2}), {Bytes} → {QuantizedBytes} bytes");
    }

    /// <inheritdoc cref="Compare{T}(NetworkModel{T}, QuantizedNetwork, Dataset{T})"/>
    public static QuantizationReport Compare<T>(INetwork<T> network, QuantizedNetwork quantized, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Compare(NetworkModel<T>.Of(network), quantized, data);

    /// <summary>Compares a network with its quantised form. Data with labels give accuracies, data with targets errors.</summary>
    /// <param name="network">Unchanged.</param>
    /// <param name="quantized">Made from it.</param>
    /// <param name="data">Other data than it was calibrated on, so that the report is honest.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The networks, or network and data, do not fit each other.</exception>
    public static QuantizationReport Compare<T>(NetworkModel<T> network, QuantizedNetwork quantized, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(quantized);
        ArgumentNullException.ThrowIfNull(data);
        if (!network.Topology.ComputesLike(quantized.Topology))
            throw new ArgumentException($"Expected a network of {network.Topology}, got one of {quantized.Topology}.", nameof(quantized));
        CheckData(network.Topology, data);

        int outputSize = network.Topology.OutputSize, right = 0, quantizedRight = 0;
        T[] outputs = new T[checked(data.Count * outputSize)], others = new T[outputs.Length];
        for (int i = 0; i < data.Count; i++)
        {
            var output = outputs.AsSpan(i * outputSize, outputSize);
            network.Forward(data.Input(i), output);
            quantized.Forward(data.Input(i), others.AsSpan(i * outputSize, outputSize));
            if (!data.HasLabels)
                continue;
            right += Models.PlainForward.Class<T>(output) == data.Labels[i] ? 1 : 0;
            quantizedRight += quantized.Predict(data.Input(i)) == data.Labels[i] ? 1 : 0;
        }

        double total = 0, most = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = Math.Abs(double.CreateTruncating(outputs[i]) - double.CreateTruncating(others[i]));
            total += error;
            most = Math.Max(most, error);
        }

        int bytes = network.Parameters.Length * (typeof(T) == typeof(float) ? sizeof(float) : sizeof(double));
        return data.HasLabels
            ? new((double)right / data.Count, (double)quantizedRight / data.Count, null, null, total / outputs.Length, most, bytes, quantized.Bytes)
            : new(null, null, Error(outputs), Error(others), total / outputs.Length, most, bytes, quantized.Bytes);

        double Error(T[] predictions) => RegressionMetrics.Of(predictions, data.Targets, outputSize).RootMeanSquaredError;
    }

    private static void CheckData<T>(Topology topology, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data.InputSize != topology.InputSize)
            throw new ArgumentException($"Expected inputs of {topology.InputSize} values, got {data.InputSize}.", nameof(data));
        if (data.HasLabels && !topology.IsClassifier)
            throw new ArgumentException($"Expected targets, since outputs of {topology} are no class probabilities; got labels.", nameof(data));
        if (data.HasLabels)
            Guard.Labels(data.Labels, Math.Max(topology.OutputSize, 2), nameof(data));
        else if (data.TargetSize != topology.OutputSize)
            throw new ArgumentException($"Expected targets of {topology.OutputSize} values, got {data.TargetSize}.", nameof(data));
    }
}
