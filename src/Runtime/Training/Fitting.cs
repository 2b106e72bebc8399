using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>Whether a network, data and an optimizer belong together.</summary>
internal static class Fitting
{
    /// <exception cref="ArgumentException">They don't; the message says in what.</exception>
    public static void Check<T>(INetwork<T> network, Dataset<T> data, int? optimizerParameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data.InputSize != network.InputSize)
            throw new ArgumentException($"The network takes {network.InputSize} inputs; the data have {data.InputSize}.", nameof(data));
        if (optimizerParameters is { } count && count != network.ParameterCount)
            throw new ArgumentException($"The optimizer was made for {count} parameters; this network has {network.ParameterCount}.", "optimizer");
        if (!data.HasLabels)
        {
            if (data.TargetSize != network.OutputSize)
                throw new ArgumentException($"The network has {network.OutputSize} outputs; the data have {data.TargetSize} targets.", nameof(data));
            return;
        }

        if (network is not IClassifier<T>)
            throw new ArgumentException("The data have labels, but the network is no classifier: give them targets, or the network softmax or sigmoid outputs.", nameof(data));
        int classes = network.OutputSize == 1 ? 2 : network.OutputSize;
        foreach (int label in data.Labels)
        {
            if (label >= classes)
                throw new ArgumentException($"The network tells {classes} classes apart; the data have the label {label}.", nameof(data));
        }
    }
}
