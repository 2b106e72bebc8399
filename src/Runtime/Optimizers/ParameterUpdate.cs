using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>The update loop of every optimizer, called by generated code.</summary>
/// <remarks>Each parameter is updated by itself, so how they are grouped into vectors has no influence on the bits.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterUpdate
{
    /// <summary>Applies one step to all parameters of a network, along a gradient whose sums over lanes are still to be taken.</summary>
    /// <param name="rule">The step's rule.</param>
    /// <param name="layout">Where the weights are.</param>
    /// <param name="parameters">[ParameterCount], updated; where the layout has a table, with room for whole vectors behind.</param>
    /// <param name="gradient">[ParameterCount rounded up to a multiple of V.Count][V.Count]; overwritten.</param>
    /// <param name="state">[StateCount × ParameterCount], updated.</param>
    /// <param name="terms">Weight decay and limits.</param>
    public static unsafe void ApplyLanes<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, ref T gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (TRule.StateCount == 0 && !layout.IsWeight.IsEmpty && !terms.Clips)
        {
            SumAndStep<V, T, TRule>(rule, layout.IsWeight, parameters, ref gradient, terms.L2);
            return;
        }

        // The sums need less room than the lanes they come from, and are written behind what is still to be read.
        fixed (T* start = &gradient)
        {
            var sums = new Span<T>(start, parameters.Length);
            LaneSums.Store<V, T>(ref gradient, sums);
            ApplyOwn<V, T, TRule>(rule, layout, parameters, sums, state, terms);
        }
    }

    /// <summary>For small networks and rules that remember nothing: the sums of a vector of parameters go straight into its step.</summary>
    /// <remarks>The last vector reaches into the room that small networks have behind their parameters, and behind the table of weights.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SumAndStep<V, T, TRule>(TRule rule, ReadOnlySpan<T> isWeight, Span<T> parameters, ref T gradient, T l2)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T mask = ref MemoryMarshal.GetReference(isWeight);
        V none = V.Zero;
        int lanes = V.Count, count = parameters.Length;

        // Nobody wrote the rows behind the last parameter; what lies there could be subnormal, and then each addition takes a hundred cycles.
        Scratch.Clear<V, T>(ref Unsafe.Add(ref gradient, count * lanes), -count & (lanes - 1));
        for (int i = 0; i < count; i += lanes)
        {
            V sum = V.SumRows(ref Unsafe.Add(ref gradient, i * lanes));
            V.Store(Step<V, T, TRule>(rule, V.Load(ref p, i), sum, V.Load(ref mask, i), V.Broadcast(l2), ref none, ref none), ref p, i);
        }
    }

    /// <summary>Applies one step to all parameters of a network, along a gradient that is not changed.</summary>
    /// <param name="rule">The step's rule.</param>
    /// <param name="layout">Where the weights are.</param>
    /// <param name="parameters">[ParameterCount], updated.</param>
    /// <param name="gradient">[ParameterCount]</param>
    /// <param name="state">[StateCount × ParameterCount], updated.</param>
    /// <param name="terms">Weight decay and limits.</param>
    public static void Apply<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (!terms.Clips)
        {
            Step<V, T, TRule>(rule, layout, parameters, gradient, state, terms.L2);
            return;
        }

        var rented = Workspace<T>.Rent(gradient.Length);
        var copy = rented.AsSpan(0, gradient.Length);
        gradient.CopyTo(copy);
        ApplyOwn<V, T, TRule>(rule, layout, parameters, copy, state, terms);
        Workspace<T>.Return(rented);
    }

    /// <summary>The same along a gradient that is scratch memory: limits are applied in place.</summary>
    /// <inheritdoc cref="Apply"/>
    public static void ApplyOwn<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, Span<T> gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (terms.Clips)
            GradientClipping.Clip<V, T>(gradient, terms);
        Step<V, T, TRule>(rule, layout, parameters, gradient, state, terms.L2);
    }

    private static void Step<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state, T l2)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (layout.IsWeight.IsEmpty)
            Groups<V, T, TRule>(rule, layout.Lengths, parameters, gradient, state, l2);
        else
            Masked<V, T, TRule>(rule, layout.IsWeight, parameters, gradient, state, l2);
    }

    /// <summary>For small networks: no vector need end where a group of parameters does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Masked<V, T, TRule>(
        TRule rule, ReadOnlySpan<T> isWeight, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state, T l2)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T s = ref MemoryMarshal.GetReference(state);
        ref T mask = ref MemoryMarshal.GetReference(isWeight);
        int i = 0;
        for (; i <= parameters.Length - V.Count; i += V.Count)
            Step<V, T, TRule>(rule, ref p, ref g, ref s, i, parameters.Length, V.Load(ref mask, i), l2);
        for (; i < parameters.Length; i++)
            Step<OneLane<T>, T, TRule>(rule, ref p, ref g, ref s, i, parameters.Length, OneLane<T>.Load(ref mask, i), l2);
    }

    /// <summary>One step of plain gradient descent, without weight decay.</summary>
    /// <param name="parameters">[ParameterCount], updated.</param>
    /// <param name="gradient">[ParameterCount]</param>
    /// <param name="learningRate">The size of the step.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Descend<V, T>(Span<T> parameters, ReadOnlySpan<T> gradient, T learningRate)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        var rate = -V.Broadcast(learningRate);
        int i = 0;
        for (; i <= parameters.Length - V.Count; i += V.Count)
            V.Store(V.Fma(rate, V.Load(ref g, i), V.Load(ref p, i)), ref p, i);
        var oneRate = -OneLane<T>.Broadcast(learningRate);
        for (; i < parameters.Length; i++)
            OneLane<T>.Store(OneLane<T>.Fma(oneRate, OneLane<T>.Load(ref g, i), OneLane<T>.Load(ref p, i)), ref p, i);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Groups<V, T, TRule>(
        TRule rule, ReadOnlySpan<int> layout, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state, T l2)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T s = ref MemoryMarshal.GetReference(state);
        int start = 0;
        for (int group = 0; group < layout.Length; group++)
        {
            int end = start + layout[group];
            bool isWeight = (group & 1) == 0;
            int i = start;
            for (; i <= end - V.Count; i += V.Count)
                Step<V, T, TRule>(rule, ref p, ref g, ref s, i, parameters.Length, isWeight ? V.One : V.Zero, l2);
            for (; i < end; i++)
                Step<OneLane<T>, T, TRule>(rule, ref p, ref g, ref s, i, parameters.Length, isWeight ? OneLane<T>.One : OneLane<T>.Zero, l2);
            start = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<V, T, TRule>(TRule rule, ref T p, ref T g, ref T s, int i, int count, V isWeight, T l2)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        V first = TRule.StateCount > 0 ? V.Load(ref s, i) : V.Zero;
        V second = TRule.StateCount > 1 ? V.Load(ref s, count + i) : V.Zero;
        V.Store(Step<V, T, TRule>(rule, V.Load(ref p, i), V.Load(ref g, i), isWeight, V.Broadcast(l2), ref first, ref second), ref p, i);
        if (TRule.StateCount > 0)
            V.Store(first, ref s, i);
        if (TRule.StateCount > 1)
            V.Store(second, ref s, count + i);
    }

    /// <summary>One vector's step; <paramref name="isWeight"/> is 1 for weights, 0 for biases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Step<V, T, TRule>(TRule rule, V parameter, V gradient, V isWeight, V l2, ref V first, ref V second)
        where V : struct, ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        gradient = V.Fma(isWeight * l2, parameter, gradient);
        if (TRule.DecaysWeights)
            parameter = V.Fnma(isWeight * V.Broadcast(rule.WeightDecay), parameter, parameter);
        return rule.Step(parameter, gradient, ref first, ref second);
    }
}
