using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Functions;
using StaticNet.Lanes;

namespace StaticNet.Models;

/// <summary>
/// A forward pass in plain loops over a topology that is known only when the program runs. It has the bits of the generated <c>Forward</c>: the same
/// functions, and sums in the same order.
/// </summary>
internal static class PlainForward
{
    /// <summary>Parameters of a network whose generated code has units in lanes, and so splits sums; the generator has the same number.</summary>
    internal const int LaneGradientParameters = 1024;

    /// <summary>
    /// Chains that the sums of a layer are split into, for one sample: chain k takes the inputs k, k + chains, …, as far as they go up evenly; the first, which starts
    /// with the bias, takes the rest too. The chains are then added pairwise.
    /// </summary>
    /// <param name="topology">The network.</param>
    /// <param name="layer">0 for the first.</param>
    /// <param name="numberBytes">Bytes of a number.</param>
    internal static int Chains(Topology topology, int layer, int numberBytes)
    {
        const int WidestBytes = 64;
        int vectors = ((topology.LayerSizes[layer + 1] * numberBytes) + WidestBytes - 1) / WidestBytes;
        return topology.ParameterCount <= LaneGradientParameters ? 1 : vectors switch { 1 => 4, <= 3 => 2, _ => 1 };
    }

    /// <summary>Computes the output of one sample.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="parameters">[ParameterCount]</param>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten.</param>
    public static void Run<T>(Topology topology, ReadOnlySpan<T> parameters, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged
    {
        T[] a = input.ToArray();
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            var z = new T[topology.LayerSizes[layer + 1]];
            PreActivations(topology, layer, parameters, a, z);
            Activate<T>(z, topology.Activations[layer], isOutput: layer == topology.LayerCount - 1);
            parameters = parameters[((a.Length + 1) * z.Length)..];
            a = z;
        }

        a.CopyTo(output);
    }

    /// <summary>z = b + a·W of one layer.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="layer">0 for the first.</param>
    /// <param name="parameters">W and b of this layer; what follows is not looked at.</param>
    /// <param name="a">[inputs], the activations of the layer before.</param>
    /// <param name="z">[units], overwritten.</param>
    public static void PreActivations<T>(Topology topology, int layer, ReadOnlySpan<T> parameters, ReadOnlySpan<T> a, Span<T> z)
        where T : unmanaged
    {
        int units = z.Length;
        int chains = Chains(topology, layer, Unsafe.SizeOf<T>());
        for (int unit = 0; unit < units; unit++)
            z[unit] = Sum(a, parameters[unit..], units, parameters[a.Length * units + unit], chains);
    }

    /// <summary>The class of the largest output, the first of equals; of a single one, whether it is at least ½. As generated code decides it.</summary>
    public static int Class<T>(ReadOnlySpan<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<int> label = [0];
        Columns.Classify<OneLane<T>, T>(ref MemoryMarshal.GetReference(output), label, output.Length);
        return label[0];
    }

    private static T Sum<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> column, int stride, T bias, int chains)
        where T : unmanaged
    {
        Span<OneLane<T>> sums = [new(bias), OneLane<T>.Zero, OneLane<T>.Zero, OneLane<T>.Zero];
        int even = a.Length / chains * chains;
        for (int i = 0; i < a.Length; i++)
        {
            int chain = i < even ? i % chains : 0;
            sums[chain] = OneLane<T>.Fma(new(a[i]), new(column[i * stride]), sums[chain]);
        }

        return (chains switch
        {
            1 => sums[0],
            2 => MatrixProduct.Join<OneLane<T>, T>(sums[0], sums[1]),
            _ => MatrixProduct.Join<OneLane<T>, T>(MatrixProduct.Join<OneLane<T>, T>(sums[0], sums[1]), MatrixProduct.Join<OneLane<T>, T>(sums[2], sums[3])),
        }).Value;
    }

    /// <summary>Applies a layer's activation, in place.</summary>
    public static void Activate<T>(Span<T> z, Activation activation, bool isOutput)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            ActivateDouble(MemoryMarshal.Cast<T, double>(z), activation, isOutput);
        else
            ActivateSingle(MemoryMarshal.Cast<T, float>(z), activation, isOutput);
    }

    private static void ActivateSingle(Span<float> z, Activation activation, bool isOutput)
    {
        if (activation == Activation.Softmax)
        {
            SoftmaxRow.Single<OneLane<float>>(ref z[0], z.Length);
            return;
        }

        foreach (ref float number in z)
            number = (isOutput ? ActivationFunction.Single(activation, new OneLane<float>(number)) : ActivationFunction.SingleHidden(activation, new OneLane<float>(number))).Value;
    }

    private static void ActivateDouble(Span<double> z, Activation activation, bool isOutput)
    {
        if (activation == Activation.Softmax)
        {
            SoftmaxRow.Double<OneLane<double>>(ref z[0], z.Length);
            return;
        }

        foreach (ref double number in z)
            number = (isOutput ? ActivationFunction.Double(activation, new OneLane<double>(number)) : ActivationFunction.DoubleHidden(activation, new OneLane<double>(number))).Value;
    }
}
