using System.Numerics;

namespace StaticNet;

/// <summary>
/// A network whose topology is known only when the program runs: what a file holds before there is a class for it, and what tools work on. It computes outputs, in plain
/// loops and with the bits of the generated <c>Forward</c>; to train, or to be fast, declare a class with the same topology and <see cref="CopyTo"/> it.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class NetworkModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _parameters;

    /// <summary>A model whose parameters are all 0.</summary>
    /// <param name="topology">Its layers.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public NetworkModel(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Expected float or double, got {typeof(T).Name}.");
        Topology = topology;
        _parameters = new T[topology.ParameterCount];
    }

    /// <summary>Its layers.</summary>
    public Topology Topology { get; }

    /// <summary>Every parameter, flat: W1, b1, W2, b2, … with weights row-major [inputs, outputs]. Writing to it changes the model.</summary>
    public Span<T> Parameters => _parameters;

    /// <summary>A model with a copy of a network's parameters.</summary>
    /// <param name="network">The network.</param>
    public static NetworkModel<T> Of(INetwork<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var model = new NetworkModel<T>(network.Topology);
        network.Parameters.CopyTo(model._parameters);
        return model;
    }

    /// <summary>Copies the parameters into a network of the same layers and activations. Loss and reduction, which matter to training alone, may differ.</summary>
    /// <param name="network">Its parameters are overwritten.</param>
    /// <exception cref="ArgumentException">Layers or activations differ. Nothing has been changed.</exception>
    public void CopyTo(INetwork<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!Topology.ComputesLike(network.Topology))
            throw new ArgumentException($"Expected a network of {Topology}, got one of {network.Topology}.", nameof(network));
        _parameters.CopyTo(network.Parameters);
    }

    /// <summary>Computes the output of one sample. Allocates memory for the layers. The spans may overlap.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Forward(ReadOnlySpan<T> input, Span<T> output)
    {
        Guard.Length(input.Length, Topology.InputSize, nameof(input));
        Guard.Length(output.Length, Topology.OutputSize, nameof(output));
        Models.PlainForward.Run<T>(Topology, _parameters, input, output);
    }

    /// <summary>The class of the largest output, the first of equals; of a single output, 1 where it is at least ½, else 0.</summary>
    /// <param name="input">[InputSize]</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public int Predict(ReadOnlySpan<T> input)
    {
        var output = new T[Topology.OutputSize];
        return Predict(input, output);
    }

    /// <summary>The class, together with the output that tells it.</summary>
    /// <inheritdoc cref="Predict(ReadOnlySpan{T})"/>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten; the spans may overlap.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public int Predict(ReadOnlySpan<T> input, Span<T> output)
    {
        Forward(input, output);
        return Models.PlainForward.Class<T>(output);
    }
}
