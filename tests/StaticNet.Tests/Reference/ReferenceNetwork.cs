namespace StaticNet.Tests.Reference;

/// <summary>
/// A dense network in the plainest double-precision C#: loops over jagged arrays, one sample at a time. It shares no code with the
/// library, only the names of activations and losses; it is slow, and it is what generated networks are compared with.
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly Activation[] _activations;
    private readonly LossFunction _loss;
    private readonly Reduction _reduction;

    /// <summary>A network with all parameters 0.</summary>
    /// <param name="sizes">Inputs, units of each hidden layer, outputs.</param>
    /// <param name="activations">One for each layer, that of the output last.</param>
    /// <param name="loss">The loss of one sample.</param>
    /// <param name="reduction">How the losses of a batch are combined.</param>
    public ReferenceNetwork(IReadOnlyList<int> sizes, IReadOnlyList<Activation> activations, LossFunction loss, Reduction reduction)
    {
        if (activations.Count != sizes.Count - 1)
            throw new ArgumentException($"Expected {sizes.Count - 1} activations, got {activations.Count}.", nameof(activations));
        _activations = [.. activations];
        _loss = loss;
        _reduction = reduction;
        InputSize = sizes[0];
        OutputSize = sizes[^1];
        Weights = _activations.Select((_, layer) => Matrix(sizes[layer], sizes[layer + 1])).ToArray();
        Biases = _activations.Select((_, layer) => new double[sizes[layer + 1]]).ToArray();
    }

    public int InputSize { get; }

    public int OutputSize { get; }

    /// <summary>[layer][input][unit]</summary>
    public double[][][] Weights { get; }

    /// <summary>[layer][unit]</summary>
    public double[][] Biases { get; }

    public int ParameterCount => Flatten(Weights, Biases).Length;

    /// <summary>A copy of all parameters, flat, in the order of the library: W1, b1, W2, b2, …</summary>
    public double[] GetParameters() => Flatten(Weights, Biases);

    /// <summary>Sets all parameters from the flat order.</summary>
    public void SetParameters(ReadOnlySpan<double> flat)
    {
        if (flat.Length != ParameterCount)
            throw new ArgumentException($"Expected {ParameterCount} values, got {flat.Length}.", nameof(flat));
        int at = 0;
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            foreach (double[] row in Weights[layer].Append(Biases[layer]))
            {
                flat.Slice(at, row.Length).CopyTo(row);
                at += row.Length;
            }
        }
    }

    /// <summary>The outputs of one sample.</summary>
    public double[] Forward(ReadOnlySpan<double> input) => Run(input).A[^1];

    /// <summary>The outputs of a batch, flat.</summary>
    public double[] ForwardBatch(ReadOnlySpan<double> inputs)
    {
        var outputs = new List<double>();
        for (int start = 0; start < inputs.Length; start += InputSize)
            outputs.AddRange(Forward(inputs.Slice(start, InputSize)));
        return [.. outputs];
    }

    /// <summary>The loss of one sample.</summary>
    public double Loss(ReadOnlySpan<double> input, ReadOnlySpan<double> target)
    {
        var (z, a) = Run(input);
        return ReferenceLoss.Value(_loss, z[^1], a[^1], target);
    }

    /// <summary>The loss of a batch.</summary>
    public double LossBatch(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        double sum = 0;
        int count = inputs.Length / InputSize;
        for (int i = 0; i < count; i++)
            sum += Loss(inputs.Slice(i * InputSize, InputSize), targets.Slice(i * OutputSize, OutputSize));
        return _reduction == Reduction.Mean ? sum / count : sum;
    }

    /// <summary>The gradient of one sample's loss, flat.</summary>
    public double[] Gradient(ReadOnlySpan<double> input, ReadOnlySpan<double> target)
    {
        var (z, a) = Run(input);
        double[] delta = ReferenceLoss.PreActivationGradient(_loss, a[^1], target)
            ?? ThroughActivation(z[^1], a[^1], ReferenceLoss.OutputGradient(_loss, a[^1], target), _activations[^1]);
        return Backpropagate(input, z, a, delta).Parameters;
    }

    /// <summary>The gradient of a batch's loss, flat.</summary>
    public double[] GradientBatch(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        var sum = new double[ParameterCount];
        int count = inputs.Length / InputSize;
        for (int i = 0; i < count; i++)
        {
            double[] gradient = Gradient(inputs.Slice(i * InputSize, InputSize), targets.Slice(i * OutputSize, OutputSize));
            for (int p = 0; p < sum.Length; p++)
                sum[p] += _reduction == Reduction.Mean ? gradient[p] / count : gradient[p];
        }

        return sum;
    }

    /// <summary>The product of a vector with the Jacobians of the outputs by the parameters (flat) and by the input.</summary>
    public (double[] Parameters, double[] Input) VectorJacobian(ReadOnlySpan<double> input, ReadOnlySpan<double> outputGradient)
    {
        var (z, a) = Run(input);
        return Backpropagate(input, z, a, ThroughActivation(z[^1], a[^1], outputGradient, _activations[^1]));
    }

    /// <summary>One step of gradient descent; L2·w is added to the gradient of the weights.</summary>
    public void Descend(ReadOnlySpan<double> gradient, double learningRate, double l2 = 0)
    {
        int at = 0;
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            foreach (double[] row in Weights[layer])
                for (int j = 0; j < row.Length; j++)
                    row[j] -= learningRate * (gradient[at++] + l2 * row[j]);
            for (int j = 0; j < Biases[layer].Length; j++)
                Biases[layer][j] -= learningRate * gradient[at++];
        }
    }

    /// <summary>A label as a target: 1 for its class, 0 for the others; for a single output the label itself.</summary>
    public double[] Target(int label)
    {
        var target = new double[OutputSize];
        if (OutputSize == 1)
            target[0] = label;
        else
            target[label] = 1;
        return target;
    }

    /// <summary>Pre-activations and activations of every layer: zₙ = aₙ₋₁·Wₙ + bₙ, aₙ = f(zₙ).</summary>
    private (double[][] Z, double[][] A) Run(ReadOnlySpan<double> input)
    {
        if (input.Length != InputSize)
            throw new ArgumentException($"Expected {InputSize} values, got {input.Length}.", nameof(input));
        var z = new double[Weights.Length][];
        var a = new double[Weights.Length][];
        double[] below = input.ToArray();
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            z[layer] = (double[])Biases[layer].Clone();
            for (int i = 0; i < below.Length; i++)
                for (int j = 0; j < z[layer].Length; j++)
                    z[layer][j] += below[i] * Weights[layer][i][j];
            var activation = _activations[layer];
            a[layer] = activation == Activation.Softmax
                ? ReferenceActivation.Softmax(z[layer])
                : z[layer].Select(value => ReferenceActivation.Value(activation, value)).ToArray();
            below = a[layer];
        }

        return (z, a);
    }

    /// <summary>From ∂/∂a to ∂/∂z. Softmax's Jacobian is ∂yⱼ/∂zₖ = yⱼ·([j = k] − yₖ); all others are diagonal.</summary>
    private static double[] ThroughActivation(double[] z, double[] a, ReadOnlySpan<double> gradient, Activation activation)
    {
        var delta = new double[z.Length];
        for (int k = 0; k < z.Length; k++)
        {
            if (activation != Activation.Softmax)
            {
                delta[k] = gradient[k] * ReferenceActivation.Derivative(activation, z[k]);
                continue;
            }

            for (int j = 0; j < z.Length; j++)
                delta[k] += gradient[j] * a[j] * ((j == k ? 1 : 0) - a[k]);
        }

        return delta;
    }

    /// <summary>From δ of the output layer, ∂loss/∂z, to the gradients of all parameters and of the input.</summary>
    private (double[] Parameters, double[] Input) Backpropagate(ReadOnlySpan<double> input, double[][] z, double[][] a, double[] delta)
    {
        var weights = new double[Weights.Length][][];
        var biases = new double[Weights.Length][];
        for (int layer = Weights.Length - 1; ; layer--)
        {
            double[] below = layer == 0 ? input.ToArray() : a[layer - 1];
            weights[layer] = Matrix(below.Length, delta.Length);
            biases[layer] = delta;
            var belowGradient = new double[below.Length];
            for (int i = 0; i < below.Length; i++)
            {
                for (int j = 0; j < delta.Length; j++)
                {
                    weights[layer][i][j] = below[i] * delta[j];
                    belowGradient[i] += Weights[layer][i][j] * delta[j];
                }
            }

            if (layer == 0)
                return (Flatten(weights, biases), belowGradient);
            delta = ThroughActivation(z[layer - 1], a[layer - 1], belowGradient, _activations[layer - 1]);
        }
    }

    private static double[][] Matrix(int rows, int columns) => Enumerable.Range(0, rows).Select(_ => new double[columns]).ToArray();

    private static double[] Flatten(double[][][] weights, double[][] biases) =>
        [.. weights.SelectMany((matrix, layer) => matrix.SelectMany(row => row).Concat(biases[layer]))];
}
