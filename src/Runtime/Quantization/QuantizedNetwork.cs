using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet.Quantization;

/// <summary>
/// A trained network in 8-bit integers: inference without a floating-point number, a quarter of the memory, and the same integers on every machine and in
/// C (<see cref="ExportC"/>). It does not change with the network that it was made from, and is safe from many threads at once.
/// </summary>
/// <example><code>
/// var small = QuantizedNetwork.Create(network, training.Inputs);
/// Console.WriteLine(QuantizationReport.Compare(network, small, test));
/// small.ExportC(writer, "digits");
/// </code></example>
/// <remarks>The arithmetic is defined in docs/quantization.md. It follows Jacob et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference" (2018).</remarks>
public sealed partial class QuantizedNetwork
{
    /// <summary>Past 4 KB scratch memory comes from the pool.</summary>
    private const int StackInts = 1024;

    private readonly AffineScale _input, _output;
    private readonly int _mostUnits, _scratchInts;

    private QuantizedNetwork(Topology topology, AffineScale input, ImmutableArray<QuantizedLayer> layers)
    {
        (Topology, Layers, _input, _output) = (topology, layers, input, layers[^1].Output);
        _mostUnits = layers.Max(layer => layer.Units);
        _scratchInts = _mostUnits + (_mostUnits / sizeof(int)) + 1;
        // So that the first call does not allocate: one with floats at its edges takes two blocks.
        int most = Math.Max(_scratchInts, EdgeInts(topology.InputSize + topology.OutputSize));
        if (most > StackInts)
        {
            int[] first = Workspace<int>.Rent(most), second = Workspace<int>.Rent(most);
            Workspace<int>.Return(first);
            Workspace<int>.Return(second);
        }
    }

    /// <summary>What the network is apart from its numbers.</summary>
    public Topology Topology { get; }

    /// <summary>Hidden layers and output.</summary>
    public ImmutableArray<QuantizedLayer> Layers { get; }

    /// <summary>An input q stands for <c>InputScale·(q − InputZeroPoint)</c>.</summary>
    public double InputScale => _input.Scale;

    /// <inheritdoc cref="InputScale"/>
    public int InputZeroPoint => _input.ZeroPoint;

    /// <summary>An output q stands for <c>OutputScale·(q − OutputZeroPoint)</c>: 1/256 and −128 for probabilities, 1/128 and 0 for tanh, else as calibrated.</summary>
    public double OutputScale => _output.Scale;

    /// <inheritdoc cref="OutputScale"/>
    public int OutputZeroPoint => _output.ZeroPoint;

    /// <summary>Bytes of weights, biases and tables: what takes room in read-only memory, apart from code.</summary>
    public int Bytes => Layers.Sum(layer => layer.Bytes);

    /// <inheritdoc cref="Create{T}(NetworkModel{T}, ReadOnlySpan{T})"/>
    public static QuantizedNetwork Create<T>(INetwork<T> network, ReadOnlySpan<T> calibrationInputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create(NetworkModel<T>.Of(network), calibrationInputs);

    /// <summary>Quantises a trained network. Weights get one scale a layer; what inputs and activations need is found on samples.</summary>
    /// <param name="network">Unchanged.</param>
    /// <param name="calibrationInputs">
    /// [count × InputSize], such inputs as the network will see, scaled as it was trained; some hundreds are enough, the training data for example. What goes beyond their
    /// range is saturated later.
    /// </param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">There are no calibration inputs, or not whole samples; one of them, or a parameter, is NaN, infinite or beyond 2⁵⁰⁰, or
    /// pre-activations are; a layer has more than 65,536 inputs, or a softmax so many classes.</exception>
    public static QuantizedNetwork Create<T>(NetworkModel<T> network, ReadOnlySpan<T> calibrationInputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var topology = network.Topology;
        CheckSizes(topology);
        Guard.CountOfSome(calibrationInputs.Length, topology.InputSize, nameof(calibrationInputs));
        double[] parameters = Doubles<T>(network.Parameters, "parameter", nameof(network));
        var calibration = new Calibration(topology, parameters, Doubles(calibrationInputs, "input", nameof(calibrationInputs)));

        var layers = ImmutableArray.CreateBuilder<QuantizedLayer>(topology.LayerCount);
        AffineScale first = AffineScale.Spanning(calibration.Inputs), input = first;
        int at = 0;
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1], count = (inputs + 1) * units;
            var activation = topology.Activations[layer];
            var output = layer < topology.LayerCount - 1 ? AffineScale.Spanning(calibration.Activations(layer)) : activation switch
            {
                Activation.Softmax or Activation.Sigmoid => AffineScale.Probability,
                Activation.Tanh => AffineScale.Tanh,
                _ => AffineScale.Spanning(calibration.Activations(layer)),
            };
            layers.Add(new(activation, parameters.AsSpan(at, count), inputs, units, input, output, calibration.PreActivations(layer)));
            (at, input) = (at + count, output);
        }

        return new(topology, first, layers.MoveToImmutable());
    }

    /// <summary>Computes the output of one sample, with integers only. Allocates nothing. The spans may overlap.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Forward(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        Guard.Length(input.Length, Topology.InputSize, nameof(input));
        Guard.Length(output.Length, Topology.OutputSize, nameof(output));
        Compute(input, output);
    }

    /// <summary>
    /// The class of the largest output, the first of equals; with a single output, 1 where it stands for at least ½. Among several it decides by the sums before the activation,
    /// which tell apart what is equal in 8 bits.
    /// </summary>
    /// <param name="input">[InputSize]</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    /// <exception cref="NotSupportedException">The outputs are no class probabilities.</exception>
    public int Predict(ReadOnlySpan<sbyte> input)
    {
        Guard.Length(input.Length, Topology.InputSize, nameof(input));
        CheckClassifier();
        return Compute(input, []);
    }

    /// <summary>
    /// Writes a C99 header with constants and code, which needs stdint.h only and computes the same integers: <c>void name_forward(const int8_t *input, int8_t *output)</c> and, for class
    /// probabilities, <c>int32_t name_predict(const int8_t *input)</c>. It has no floating-point number outside of comments unless asked.
    /// </summary>
    /// <param name="writer">Stays open.</param>
    /// <param name="name">What all names begin with; macros in capitals.</param>
    /// <param name="scales">Whether there are macros for the scales of inputs and outputs.</param>
    /// <exception cref="ArgumentException">The name is no C identifier that begins with a letter.</exception>
    public void ExportC(TextWriter writer, string name, bool scales = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CHeader.CheckName(name);
        writer.Write(new CHeader(this, name).Text(scales));
    }

    /// <summary>Computes outputs, or without room for them the class.</summary>
    [SkipLocalsInit]
    private int Compute(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        int[]? rented = _scratchInts > StackInts ? Workspace<int>.Rent(_scratchInts) : null;
        Span<int> memory = rented is null ? stackalloc int[StackInts] : rented;
        var activations = MemoryMarshal.Cast<int, sbyte>(memory[_mostUnits..]);
        var layers = Layers.AsSpan();
        scoped var a = input;
        foreach (var layer in layers[..^1])
        {
            var z = memory[..layer.Units];
            layer.Sum(a, z);
            layer.IntegerActivation.Apply(z, activations[..layer.Units]);
            a = activations[..layer.Units];
        }

        var sums = memory[..layers[^1].Units];
        layers[^1].Sum(a, sums);
        int label = 0;
        if (!output.IsEmpty)
            layers[^1].IntegerActivation.Apply(sums, output);
        else if (sums.Length > 1)
            label = IntegerSoftmax.Largest(sums);
        else
        {
            layers[^1].IntegerActivation.Apply(sums, activations[..1]);
            label = activations[0] >= 0 ? 1 : 0;
        }

        Workspace<int>.Return(rented);
        return label;
    }

    private void CheckClassifier()
    {
        if (!Topology.IsClassifier)
            throw new NotSupportedException($"Expected outputs that are class probabilities, by Softmax or Sigmoid; this is {Topology}.");
    }

    private static void CheckSizes(Topology topology)
    {
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            if (topology.LayerSizes[layer] > QuantizedLayer.MostInputs)
                throw new ArgumentException($"Expected layers of at most {QuantizedLayer.MostInputs} inputs, whose sums fit into 32 bits; layer {layer + 1} has {topology.LayerSizes[layer]}.", "network");
        }

        if (topology.Activations[^1] == Activation.Softmax && topology.OutputSize > IntegerSoftmax.MostClasses)
            throw new ArgumentException($"Expected a softmax of at most {IntegerSoftmax.MostClasses} classes; this one has {topology.OutputSize}.", "network");
    }

    private static double[] Doubles<T>(ReadOnlySpan<T> numbers, string what, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] doubles = new double[numbers.Length];
        for (int i = 0; i < doubles.Length; i++)
        {
            doubles[i] = double.CreateTruncating(numbers[i]);
            if (!(Math.Abs(doubles[i]) <= Extent.Most))
                throw new ArgumentException($"Expected finite numbers up to 2^500; {what} {i} is {FormattableString.Invariant($"{doubles[i]:R}")}.", argument);
        }

        return doubles;
    }
}
