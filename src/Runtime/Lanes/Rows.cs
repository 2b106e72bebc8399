using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>
/// Layers with units in lanes, for networks with many parameters: a vector holds some units of one sample. Arrays are rows, one a
/// sample; a row of scratch memory is padded to whole vectors, and what stands in the padding is of no account. Called by generated code.
/// </summary>
/// <remarks>Weights are read up to the end of a vector, also behind the last one; the parameters of such networks have room behind them.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows
{
    /// <summary><c>z = a·W + b</c></summary>
    /// <param name="a">[samples × inputs]</param>
    /// <param name="aStride">Elements from one row of a to the next.</param>
    /// <param name="samples">Rows of a and z.</param>
    /// <param name="weights">[inputs × units]</param>
    /// <param name="biases">[units]</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="z">[samples × units], overwritten.</param>
    /// <param name="zStride">Elements from one row of z to the next.</param>
    /// <typeparam name="V">The vector of samples; of one lane: there is one sample.</typeparam>
    /// <typeparam name="U">The vector of units.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Dense<V, U, T>(
        ref T a, int aStride, int samples, ref T weights, ref T biases, int inputs, int units, ref T z, int zStride)
        where V : struct, ILanes<V, T>
        where U : struct, ILanes<U, T>
        where T : unmanaged
    {
        var operands = new Operands(aStride, 1, units, zStride, inputs);
        if (V.Count == 1)
            MatrixProduct.ComputeOne<U, T>(operands, ref a, ref weights, ref biases, ref z, zStride);
        else
            MatrixProduct.Compute<U, T>(operands, ref a, samples, ref weights, ref biases, 0, ref z, zStride);
    }

    /// <summary><c>z = a·W + b</c> for one sample, every sum in the order of the inputs, as batches have it.</summary>
    /// <param name="a">[inputs]</param>
    /// <param name="weights">[inputs × units]</param>
    /// <param name="biases">[units]</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="z">[units], overwritten, with room for whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DenseOne<U, T>(ref T a, ref T weights, ref T biases, int inputs, int units, ref T z)
        where U : struct, ILanes<U, T>
        where T : unmanaged =>
        MatrixProduct.Row<U, T>(new Operands(inputs, 1, units, units, inputs), ref a, ref weights, ref biases, ref z, units);

    /// <summary><c>d = δ·Wᵀ</c>: from a layer's δ to the gradient of its inputs.</summary>
    /// <param name="delta">[samples × units]</param>
    /// <param name="deltaStride">Elements from one row of δ to the next.</param>
    /// <param name="samples">Rows of δ and d.</param>
    /// <param name="transposed">[units × dStride]: the layer's weights by <see cref="Transpose"/>.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="d">[samples × inputs], overwritten.</param>
    /// <param name="dStride">Elements from one row of d, and of the transposed weights, to the next.</param>
    public static void Back<V, T>(ref T delta, int deltaStride, int samples, ref T transposed, int units, ref T d, int dStride)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        MemoryMarshal.CreateSpan(ref d, samples * dStride).Clear();
        MatrixProduct.Compute<V, T>(new Operands(deltaStride, 1, dStride, dStride, units), ref delta, samples, ref transposed, ref d, dStride, ref d, dStride);
    }

    /// <summary><c>gW += aᵀ·δ</c> and <c>gb += Σ δ</c>, sample after sample.</summary>
    /// <param name="a">[samples × inputs]</param>
    /// <param name="aStride">Elements from one row of a to the next.</param>
    /// <param name="delta">[samples × units]</param>
    /// <param name="deltaStride">Elements from one row of δ to the next.</param>
    /// <param name="samples">Rows of a and δ.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="weights">[inputs × units] of the gradient, with room for a vector behind the last parameter.</param>
    /// <param name="biases">[units] of the gradient, likewise.</param>
    public static void Gradient<V, T>(
        ref T a, int aStride, ref T delta, int deltaStride, int samples, int inputs, int units, ref T weights, ref T biases)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        MatrixProduct.Compute<V, T>(new Operands(1, aStride, deltaStride, units, samples), ref a, inputs, ref delta, ref weights, units, ref weights, units);
        AddColumns<V, T>(ref delta, deltaStride, samples, units, ref biases);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddColumns<V, T>(ref T rows, int stride, int samples, int width, ref T sums)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        for (int j = 0; j < width; j += V.Count)
        {
            V before = V.Load(ref sums, j);
            V sum = before;
            for (int s = 0; s < samples; s++)
                sum += V.Load(ref rows, (s * stride) + j);
            V.Store(V.Select(V.FirstLanes(width - j), sum, before), ref sums, j);
        }
    }

    /// <summary>The transposed weights of a layer, for <see cref="Back"/>.</summary>
    /// <param name="weights">[inputs × units]</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="transposed">[units × stride], overwritten but for the padding.</param>
    /// <param name="stride">Elements from one row of the transposed weights to the next.</param>
    public static void Transpose<T>(ref T weights, int inputs, int units, ref T transposed, int stride)
        where T : unmanaged =>
        Blocks.Transpose(ref weights, inputs, units, units, ref transposed, stride);

    /// <summary>Rows of scratch memory to columns, one vector of samples after the other; lanes behind the last sample become zero.</summary>
    /// <param name="rows">[samples rounded up to whole vectors of V × stride]; rows behind the last sample are cleared.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="samples">Rows in use.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="columns">[vectors × width × V.Count], overwritten.</param>
    /// <returns>The columns; or, where a vector holds one sample, the row itself.</returns>
    public static ref T ToColumns<V, T>(ref T rows, int stride, int samples, int width, ref T columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (V.Count == 1)
            return ref rows;
        int whole = (samples + V.Count - 1) / V.Count * V.Count;
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows, samples * stride), (whole - samples) * stride).Clear();
        for (int start = 0; start < whole; start += V.Count)
        {
            if (Fours.Pay<V>() && width == 4 && stride == 4)
                Fours.ToColumns<V, T>(ref Unsafe.Add(ref rows, start * 4), ref Unsafe.Add(ref columns, start * 4));
            else
                Blocks.Transpose(ref Unsafe.Add(ref rows, start * stride), V.Count, width, stride, ref Unsafe.Add(ref columns, start * width), V.Count);
        }

        return ref columns;
    }

    /// <summary>The inverse of <see cref="ToColumns"/>.</summary>
    /// <returns>The rows; or, where a vector holds one sample, the columns themselves, which are its row.</returns>
    public static ref T FromColumns<V, T>(ref T columns, int samples, int width, ref T rows, int stride)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (V.Count == 1)
            return ref columns;
        for (int start = 0; start < samples; start += V.Count)
            Blocks.Transpose(ref Unsafe.Add(ref columns, start * width), width, V.Count, V.Count, ref Unsafe.Add(ref rows, start * stride), stride);
        return ref rows;
    }

    /// <summary><c>dx = W·δ</c> for one sample: the gradient of the inputs of a layer whose weights are not transposed for it.</summary>
    /// <param name="weights">[inputs × units]</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="delta">[units]</param>
    /// <param name="dx">[inputs], overwritten, with room for a vector behind.</param>
    public static void InputGradient<T>(ref T weights, int inputs, int units, ref T delta, ref T dx)
        where T : unmanaged
    {
        MemoryMarshal.CreateSpan(ref dx, inputs).Clear();
        MatrixProduct.Compute<Lanes1x128<T>, T>(new Operands(units, 1, 1, 1, units), ref weights, inputs, ref delta, ref dx, 1, ref dx, 1);
    }
}
