using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet.Quantization;

/// <content>The edges, where floating-point numbers come in and go out.</content>
public sealed partial class QuantizedNetwork
{
    /// <summary>Inputs as the network takes them: the nearest of the 256 numbers, halves to even; what is beyond the calibrated range becomes its end.</summary>
    /// <param name="input">[InputSize], or of any number of samples.</param>
    /// <param name="quantized">[the same length], overwritten.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, or a number is NaN. Nothing has been written.</exception>
    public void Quantize<T>(ReadOnlySpan<T> input, Span<sbyte> quantized)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Guard.Length(quantized.Length, input.Length, nameof(quantized));
        CheckNumbers(input);
        Round(input, quantized);
    }

    /// <summary>What outputs stand for.</summary>
    /// <param name="output">[OutputSize], or of any number of samples.</param>
    /// <param name="numbers">[the same length], overwritten.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Dequantize<T>(ReadOnlySpan<sbyte> output, Span<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Guard.Length(numbers.Length, output.Length, nameof(numbers));
        for (int i = 0; i < output.Length; i++)
            numbers[i] = T.CreateTruncating(_output.Dequantize(output[i]));
    }

    /// <summary>Quantises one sample, computes, and says what the output stands for. Allocates nothing. The spans may overlap.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">A length is wrong, or an input is NaN.</exception>
    public void Forward<T>(ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Guard.Length(input.Length, Topology.InputSize, nameof(input));
        Guard.Length(output.Length, Topology.OutputSize, nameof(output));
        Compute(input, output);
    }

    /// <inheritdoc cref="Predict(ReadOnlySpan{sbyte})"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The length is wrong, or an input is NaN.</exception>
    public int Predict<T>(ReadOnlySpan<T> input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Guard.Length(input.Length, Topology.InputSize, nameof(input));
        CheckClassifier();
        return Compute(input, []);
    }

    private static void CheckNumbers<T>(ReadOnlySpan<T> input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T x in input)
        {
            if (T.IsNaN(x))
                throw new ArgumentException("Expected numbers, got NaN, for which there is no integer.", nameof(input));
        }
    }

    private void Round<T>(ReadOnlySpan<T> input, Span<sbyte> quantized)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
            quantized[i] = _input.Quantize(double.CreateTruncating(input[i]));
    }

    /// <summary>What quantised inputs and outputs take.</summary>
    private static int EdgeInts(int bytes) => (bytes / sizeof(int)) + 1;

    [SkipLocalsInit]
    private int Compute<T>(ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Before memory is rented, which an exception would not give back.
        CheckNumbers(input);
        int ints = EdgeInts(input.Length + output.Length);
        int[]? rented = ints > StackInts ? Workspace<int>.Rent(ints) : null;
        var memory = MemoryMarshal.Cast<int, sbyte>(rented is null ? stackalloc int[StackInts] : rented);
        Span<sbyte> inputs = memory[..input.Length], outputs = memory.Slice(input.Length, output.Length);
        Round(input, inputs);
        int label = Compute(inputs, outputs);
        Dequantize<T>(outputs, output);
        Workspace<int>.Return(rented);
        return label;
    }
}
