using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Large batches, in chunks of <see cref="Samples"/> samples. The loss and the gradient of each chunk are computed by themselves and added
/// in the order of the chunks: so the bits are the same whether one thread computes them or many. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Chunks
{
    /// <summary>Samples of a chunk; the last one may have fewer. Larger batches have the rounding errors of smaller sums, too.</summary>
    public const int Samples = 1024;

    /// <summary>Elements of the gradients that threads compute before they are added.</summary>
    private const int MostTogether = 4 * 1024 * 1024;

    /// <summary>The loss of a batch; with a state, that of its dropout masks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Loss<T, TKernel>(
        BatchShape shape, ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, ulong? dropoutState = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IBatchKernel<T>
    {
        int count = inputs.Length / shape.Inputs;
        T loss = T.Zero;
        for (int start = 0; start < count; start += Samples)
        {
            var part = Part(shape, start, count, inputs, labels, targets);
            T value = dropoutState is { } state
                ? TKernel.Loss(parameters, part.Inputs, part.Labels, part.Targets, state, start)
                : TKernel.Loss(parameters, part.Inputs, part.Labels, part.Targets);
            loss = Add(loss, value, Weight<T>(shape, start, count));
        }

        return Finite(loss);
    }

    /// <summary>The loss of a batch and its gradient.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="parameters">All parameters, with the room behind.</param>
    /// <param name="inputs">[count × Inputs]</param>
    /// <param name="labels">[count] or empty.</param>
    /// <param name="targets">[count × Outputs] or empty.</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    /// <param name="degree">Threads at most.</param>
    /// <param name="dropoutState">Whose masks are used; null: none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Backward<V, T, TKernel>(
        BatchShape shape,
        ReadOnlySpan<T> parameters,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        Span<T> gradient,
        int degree,
        ulong? dropoutState = null)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IBatchKernel<T>
    {
        int together = Together(shape, inputs.Length, degree);
        var rented = Workspace<T>.Rent(MemoryLength(shape.ParameterCount, together));
        T loss = Add<V, T, TKernel>(shape, parameters, inputs, labels, targets, gradient, rented, together, degree, dropoutState);
        Workspace<T>.Return(rented);
        return loss;
    }

    /// <summary>The loss of a batch, and one step of an optimizer along its gradient.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Train<V, TRule, T, TKernel>(
        TRule rule,
        ParameterLayout<T> layout,
        BatchShape shape,
        Span<T> parameters,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        Span<T> state,
        GradientTerms<T> terms,
        int degree,
        ulong? dropoutState = null)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
        where TKernel : struct, IBatchKernel<T>
    {
        int together = Together(shape, inputs.Length, degree), size = shape.ParameterCount;
        var rented = Workspace<T>.Rent(size + MemoryLength(size, together));
        var gradient = rented.AsSpan(0, size);
        T loss = Add<V, T, TKernel>(shape, parameters, inputs, labels, targets, gradient, rented.AsSpan(size), together, degree, dropoutState);
        ParameterUpdate.ApplyOwn<V, T, TRule>(rule, layout, parameters, gradient, state, terms);
        Workspace<T>.Return(rented);
        return loss;
    }

    /// <summary>Chunks whose gradients are computed before they are added: one thread needs memory for one.</summary>
    private static int Together(BatchShape shape, int length, int degree)
    {
        int chunks = (length / shape.Inputs + Samples - 1) / Samples;
        // As many as fit into an array beside the sum, for networks of many million parameters.
        int most = Math.Max(1, (Array.MaxLength - shape.ParameterCount) / (shape.ParameterCount + 1));
        return degree == 1 ? 1 : Math.Min(Math.Min(chunks, most), Math.Max(degree, MostTogether / shape.ParameterCount));
    }

    /// <summary>Gradients of some chunks and a loss of each.</summary>
    private static int MemoryLength(int parameterCount, int chunks) => checked(chunks * (parameterCount + 1));

    private static T Add<V, T, TKernel>(
        BatchShape shape,
        ReadOnlySpan<T> parameters,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        Span<T> gradient,
        Span<T> memory,
        int together,
        int degree,
        ulong? dropoutState)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IBatchKernel<T>
    {
        int count = inputs.Length / shape.Inputs, chunks = (count + Samples - 1) / Samples, size = shape.ParameterCount;
        T loss = T.Zero;
        gradient.Clear();
        for (int first = 0; first < chunks; first += together)
        {
            int some = Math.Min(together, chunks - first);
            var gradients = memory.Slice(0, some * size);
            var losses = memory.Slice(some * size, some);
            if (degree == 1)
            {
                var part = Part(shape, first * Samples, count, inputs, labels, targets);
                losses[0] = dropoutState is { } state
                    ? TKernel.Backward(parameters, part.Inputs, part.Labels, part.Targets, gradients, state, first * Samples)
                    : TKernel.Backward(parameters, part.Inputs, part.Labels, part.Targets, gradients);
            }
            else
            {
                ParallelChunks.Backward<T, TKernel>(shape, parameters, inputs, labels, targets, first, gradients, losses, degree, dropoutState);
            }

            for (int i = 0; i < some; i++)
            {
                T weight = Weight<T>(shape, (first + i) * Samples, count);
                loss = Add(loss, losses[i], weight);
                AddTo<V, T>(gradient, gradients.Slice(i * size, size), weight);
            }
        }

        return Finite(loss);
    }

    /// <summary>The samples of one chunk.</summary>
    internal static Batch<T> Part<T>(BatchShape shape, int start, int count, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets)
        where T : unmanaged
    {
        int samples = Math.Min(Samples, count - start);
        return new()
        {
            Inputs = inputs.Slice(start * shape.Inputs, samples * shape.Inputs),
            Labels = labels.IsEmpty ? labels : labels.Slice(start, samples),
            Targets = targets.IsEmpty ? targets : targets.Slice(start * shape.Outputs, samples * shape.Outputs),
        };
    }

    /// <summary>What a chunk's mean counts for in the mean of all.</summary>
    private static T Weight<T>(BatchShape shape, int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        shape.IsMean ? T.CreateChecked(Math.Min(Samples, count - start)) / T.CreateChecked(count) : T.One;

    private static T Add<T>(T sum, T value, T weight)
        where T : unmanaged =>
        OneLane<T>.Fma(new(value), new(weight), new(sum)).Value;

    private static T Finite<T>(T loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsPositiveInfinity(loss) ? T.BitDecrement(loss) : T.IsNegativeInfinity(loss) ? T.BitIncrement(loss) : loss;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddTo<V, T>(Span<T> sums, ReadOnlySpan<T> values, T weight)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T s = ref MemoryMarshal.GetReference(sums);
        ref T x = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= sums.Length - V.Count; i += V.Count)
            V.Store(V.Fma(V.Load(ref x, i), V.Broadcast(weight), V.Load(ref s, i)), ref s, i);
        for (; i < sums.Length; i++)
            Unsafe.Add(ref s, i) = Add(Unsafe.Add(ref s, i), Unsafe.Add(ref x, i), weight);
    }

    /// <summary>Some samples of a batch.</summary>
    internal ref struct Batch<T>
        where T : unmanaged
    {
        public ReadOnlySpan<T> Inputs;
        public ReadOnlySpan<int> Labels;
        public ReadOnlySpan<T> Targets;
    }
}
