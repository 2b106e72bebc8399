using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>Parts of a batch on several threads. A call allocates some kilobytes for its tasks, whatever the batch. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ParallelChunks
{
    /// <summary>Multiply-adds, roughly, that are worth a task.</summary>
    private const int LeastWork = 100_000;

    /// <summary>Samples that wide layers work on together.</summary>
    private const int Block = 64;

    /// <summary>The outputs of a batch, each thread some of them. Outputs are independent of each other, so how they are shared out has no influence on the bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Forward<T, TKernel>(BatchShape shape, ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, Span<T> outputs, int degree)
        where T : unmanaged
        where TKernel : struct, IBatchKernel<T>
    {
        int count = inputs.Length / shape.Inputs;
        int samples = Math.Max(LeastWork / shape.ParameterCount, count / 2 / degree);
        samples = (Math.Max(samples, 1) + Block - 1) / Block * Block;
        if (degree == 1 || samples >= count)
        {
            TKernel.Forward(parameters, inputs, outputs);
            return;
        }

        fixed (T* p = parameters, x = inputs, y = outputs)
        {
            var job = new Job<T, TKernel> { Shape = shape, Parameters = p, ParameterLength = parameters.Length, Inputs = x, Results = y, Count = count, Samples = samples };
            Parallel.For(0, (count + samples - 1) / samples, new ParallelOptions { MaxDegreeOfParallelism = degree }, job.Forward);
        }
    }

    /// <summary>The gradients of some chunks, [chunks × ParameterCount], and their losses.</summary>
    internal static void Backward<T, TKernel>(
        BatchShape shape,
        ReadOnlySpan<T> parameters,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> targets,
        int firstChunk,
        Span<T> gradients,
        Span<T> losses,
        int degree,
        ulong? dropoutState)
        where T : unmanaged
        where TKernel : struct, IBatchKernel<T>
    {
        int count = inputs.Length / shape.Inputs;
        fixed (T* p = parameters, x = inputs, t = targets, g = gradients, l = losses)
        fixed (int* y = labels)
        {
            var job = new Job<T, TKernel>
            {
                Shape = shape, Parameters = p, ParameterLength = parameters.Length, Inputs = x, Labels = y, Targets = t, Results = g, Losses = l, Count = count, Samples = Chunks.Samples, First = firstChunk, DropoutState = dropoutState,
            };
            Parallel.For(0, losses.Length, new ParallelOptions { MaxDegreeOfParallelism = degree }, job.Backward);
        }
    }

    /// <summary>Where a call's arrays are while it holds them in place: spans cannot go to other threads.</summary>
    private sealed class Job<T, TKernel>
        where T : unmanaged
        where TKernel : struct, IBatchKernel<T>
    {
        public BatchShape Shape;
        public T* Parameters, Inputs, Targets, Results, Losses;
        public int* Labels;
        public int ParameterLength, Count, Samples, First;
        public ulong? DropoutState;

        public void Forward(int part)
        {
            int start = part * Samples, samples = Math.Min(Samples, Count - start);
            TKernel.Forward(
                new(Parameters, ParameterLength),
                new(Inputs + (nint)start * Shape.Inputs, samples * Shape.Inputs),
                new(Results + (nint)start * Shape.Outputs, samples * Shape.Outputs));
        }

        public void Backward(int part)
        {
            ReadOnlySpan<T> targets = new(Targets, Targets is null ? 0 : Count * Shape.Outputs);
            ReadOnlySpan<int> labels = new(Labels, Labels is null ? 0 : Count);
            var batch = Chunks.Part(Shape, (First + part) * Samples, Count, new(Inputs, Count * Shape.Inputs), labels, targets);
            Span<T> gradient = new(Results + (nint)part * Shape.ParameterCount, Shape.ParameterCount);
            ReadOnlySpan<T> parameters = new(Parameters, ParameterLength);
            Losses[part] = DropoutState is { } state
                ? TKernel.Backward(parameters, batch.Inputs, batch.Labels, batch.Targets, gradient, state, (First + part) * Samples)
                : TKernel.Backward(parameters, batch.Inputs, batch.Labels, batch.Targets, gradient);
        }
    }
}
