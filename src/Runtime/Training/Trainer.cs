using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>Trains a network on a data set: epochs of mini-batches with all that belongs to them. The result has the same bits on every machine.</summary>
/// <example><code>
/// var data = Dataset&lt;float&gt;.WithLabels(inputs, labels, inputSize: 4);
/// var result = Trainer.Fit(network, data, new Adam&lt;float&gt;(Flowers.ParameterCount), new TrainingOptions { Epochs = 200, ValidationShare = 0.2, Patience = 20 });
/// </code></example>
public static class Trainer
{
    /// <summary>Trains until the epochs are done, the loss gets no better, it diverges, or somebody asks to stop. Allocates at the start, not per step.</summary>
    /// <param name="network">Trained in place. Labels need a network that is an <see cref="IClassifier{T}"/>.</param>
    /// <param name="data">Inputs and labels or targets of the network's sizes.</param>
    /// <param name="optimizer">Its learning rate at the start is the one that the schedule multiplies; afterwards it has that rate again.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>How it went, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, or an option is outside its range. Nothing has been changed.</exception>
    /// <exception cref="InvalidDataException">The checkpoint belongs to another run. Nothing has been changed.</exception>
    /// <exception cref="IOException">The checkpoint is damaged, or cannot be read or written.</exception>
    public static TrainingResult Fit<T, TRule>(
        INetwork<T> network, Dataset<T> data, Optimizer<T, TRule> optimizer, TrainingOptions? options = null, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        var run = new TrainingRun<T, TRule>(network, data, optimizer, options);
        return run.ToTheEnd(cancellation);
    }

    /// <summary>The same for a network that is a value. It is trained in a box, and has the parameters when the method ends, also by an exception.</summary>
    /// <inheritdoc cref="Fit{T, TRule}(INetwork{T}, Dataset{T}, Optimizer{T, TRule}, TrainingOptions?, CancellationToken)"/>
    public static TrainingResult Fit<TNetwork, T, TRule>(
        ref TNetwork network, Dataset<T> data, Optimizer<T, TRule> optimizer, TrainingOptions? options = null, CancellationToken cancellation = default)
        where TNetwork : struct, INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        INetwork<T> boxed = network;
        try
        {
            return Fit(boxed, data, optimizer, options, cancellation);
        }
        finally
        {
            network = (TNetwork)boxed;
        }
    }

    /// <summary>The same with <see cref="Adam{T}"/> and its defaults.</summary>
    /// <inheritdoc cref="Fit{T, TRule}(INetwork{T}, Dataset{T}, Optimizer{T, TRule}, TrainingOptions?, CancellationToken)"/>
    public static TrainingResult Fit<T>(INetwork<T> network, Dataset<T> data, TrainingOptions? options = null, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return Fit(network, data, new Adam<T>(network.ParameterCount), options, cancellation);
    }

    /// <summary>The same for a network that is a value, with <see cref="Adam{T}"/> and its defaults.</summary>
    /// <inheritdoc cref="Fit{TNetwork, T, TRule}(ref TNetwork, Dataset{T}, Optimizer{T, TRule}, TrainingOptions?, CancellationToken)"/>
    public static TrainingResult Fit<TNetwork, T>(ref TNetwork network, Dataset<T> data, TrainingOptions? options = null, CancellationToken cancellation = default)
        where TNetwork : struct, INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fit(ref network, data, new Adam<T>(network.ParameterCount), options, cancellation);
}
