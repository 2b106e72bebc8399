using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>
/// Moves samples between rows, as the user has them, and columns, as kernels work on them: for each vector of samples, for each
/// feature, one value of every sample in the vector. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Columns
{
    /// <summary>Rows to columns. Lanes without a sample are zero.</summary>
    /// <param name="rows">[samples × width]</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="scratch">Where to put the columns, [vectors × width × V.Count].</param>
    /// <returns>The columns: the scratch memory, or the rows themselves where a vector holds one sample and the two are the same.</returns>
    public static ref T Load<V, T>(ReadOnlySpan<T> rows, int width, ref T scratch)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T source = ref MemoryMarshal.GetReference(rows);
        if (V.Count == 1)
            return ref source;
        Transpose<V, T>(ref source, rows.Length / width, width, ref scratch);
        return ref scratch;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<V, T>(ref T rows, int samples, int width, ref T columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count, start = 0;
        for (; start <= samples - lanes; start += lanes)
        {
            ref T row = ref Unsafe.Add(ref rows, start * width);
            ref T column = ref Unsafe.Add(ref columns, start * width);
            if (width == 1)
            {
                V.Store(V.Load(ref row, 0), ref column, 0);
            }
            else if (width == 2)
            {
                V.LoadPairs(ref row, 0, out V even, out V odd);
                V.Store(even, ref column, 0);
                V.Store(odd, ref column, lanes);
            }
            else if (Fours.Pay<V>() && width == 4)
            {
                Fours.ToColumns<V, T>(ref row, ref column);
            }
            else
            {
                Blocks.Transpose(ref row, lanes, width, width, ref column, lanes);
            }
        }

        if (start == samples)
            return;
        ref T lastRow = ref Unsafe.Add(ref rows, start * width);
        ref T lastColumn = ref Unsafe.Add(ref columns, start * width);
        for (int i = 0; i < width; i++)
        {
            V.Store(V.Zero, ref lastColumn, i * lanes);
            for (int lane = 0; lane < samples - start; lane++)
                Unsafe.Add(ref lastColumn, i * lanes + lane) = Unsafe.Add(ref lastRow, lane * width + i);
        }
    }

    /// <summary>Columns to rows.</summary>
    /// <param name="columns">[vectors × width × V.Count]</param>
    /// <param name="rows">[samples × width], overwritten.</param>
    /// <param name="width">Values in a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, T>(ref T columns, Span<T> rows, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (V.Count == 1)
            MemoryMarshal.CreateReadOnlySpan(ref columns, rows.Length).CopyTo(rows);
        else
            TransposeBack<V, T>(ref columns, rows, width);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void TransposeBack<V, T>(ref T columns, Span<T> rows, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int samples = rows.Length / width;
        ref T target = ref MemoryMarshal.GetReference(rows);
        int start = 0;
        for (; start <= samples - V.Count; start += V.Count)
        {
            ref T column = ref Unsafe.Add(ref columns, start * width);
            ref T row = ref Unsafe.Add(ref target, start * width);
            if (width == 1)
                V.Store(V.Load(ref column, 0), ref row, 0);
            else if (width == 2)
                V.StorePairs(V.Load(ref column, 0), V.Load(ref column, V.Count), ref row, 0);
            else if (Fours.Pay<V>() && width == 4)
                Fours.ToRows<V, T>(ref column, ref row);
            else
                Blocks.Transpose(ref column, width, V.Count, V.Count, ref row, width);
        }

        for (int sample = start; sample < samples; sample++)
            for (int i = 0; i < width; i++)
                Unsafe.Add(ref target, sample * width + i) = Unsafe.Add(ref columns, (start * width) + (i * V.Count) + (sample - start));
    }

    /// <summary>
    /// Targets of some of a batch's samples as columns, from rows or from labels. A label becomes 1 for its class and 0 for the
    /// others; with a single class it is the target itself.
    /// </summary>
    /// <param name="targets">[count × classes]; not looked at where there are labels.</param>
    /// <param name="labels">[count], checked; or empty.</param>
    /// <param name="start">The first sample.</param>
    /// <param name="samples">Their number.</param>
    /// <param name="classes">Values in a target.</param>
    /// <param name="scratch">Where to put the columns, [vectors × classes × V.Count].</param>
    /// <returns>The columns.</returns>
    public static ref T LoadTargets<V, T>(
        ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int start, int samples, int classes, ref T scratch)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (labels.IsEmpty)
            return ref Load<V, T>(targets.Slice(start * classes, samples * classes), classes, ref scratch);
        OneHot<V, T>(labels.Slice(start, samples), classes, ref scratch);
        return ref scratch;
    }

    /// <summary>Labels of a block of samples as numbers; lanes without a sample get −1.</summary>
    /// <param name="labels">[samples], checked.</param>
    /// <param name="scratch">Where to put them, [vectors × V.Count].</param>
    /// <returns>The labels.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static ref T LoadLabels<V, T>(ReadOnlySpan<int> labels, ref T scratch)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        for (int start = 0; start < labels.Length; start += lanes)
            V.Store(LabelsFrom<V, T>(labels, start, ref Unsafe.Add(ref scratch, start)), ref scratch, start);
        return ref scratch;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void OneHot<V, T>(ReadOnlySpan<int> labels, int classes, ref T columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T column = ref columns;
        for (int start = 0; start < labels.Length; start += V.Count)
        {
            OneHot<V, T>(LabelsFrom<V, T>(labels, start, ref column), classes, ref column);
            column = ref Unsafe.Add(ref column, classes * V.Count);
        }
    }

    /// <summary>A vector of labels; −1, which is no class, in lanes behind the last one.</summary>
    /// <param name="labels">[samples]</param>
    /// <param name="start">The first to take.</param>
    /// <param name="room">Memory for a vector, overwritten where labels are fewer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LabelsFrom<V, T>(ReadOnlySpan<int> labels, int start, ref T room)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref int first = ref Unsafe.Add(ref MemoryMarshal.GetReference(labels), start);
        int count = labels.Length - start;
        if (count >= V.Count)
            return V.LoadIntegers(ref first, 0);
        V.Store(-V.One, ref room, 0);
        for (int lane = 0; lane < count; lane++)
        {
            int label = Unsafe.Add(ref first, lane);
            Unsafe.Add(ref room, lane) = typeof(T) == typeof(float) ? (T)(object)(float)label : (T)(object)(double)label;
        }

        return V.Load(ref room, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneHot<V, T>(V labels, int classes, ref T column)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (classes == 1)
        {
            V.Store(V.Max(V.Zero, labels), ref column, 0);
            return;
        }

        V label = V.Zero;
        for (int i = 0; i < classes; i++)
        {
            V.Store(V.Select(V.Equal(labels, label), V.One, V.Zero), ref column, i * V.Count);
            label += V.One;
        }
    }

    /// <summary>The class of each sample: of its largest output, the first of equals; with a single output, 1 where it is at least ½.</summary>
    /// <param name="outputs">[vectors × classes × V.Count]</param>
    /// <param name="labels">[samples], overwritten.</param>
    /// <param name="classes">Values in an output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Classify<V, T>(ref T outputs, Span<int> labels, int classes)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.One / (T.One + T.One);
        for (int sample = 0; sample < labels.Length; sample++)
        {
            int lane = sample % V.Count;
            ref T output = ref Unsafe.Add(ref outputs, (sample - lane) * classes + lane);
            int best = classes == 1 && output >= half ? 1 : 0;
            T largest = output;
            for (int i = 1; i < classes; i++)
            {
                T value = Unsafe.Add(ref output, i * V.Count);
                if (value > largest)
                    (best, largest) = (i, value);
            }

            labels[sample] = best;
        }
    }
}
