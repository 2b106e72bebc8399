using System.ComponentModel;
using StaticNet.Lanes;

namespace StaticNet.Portable;

/// <summary>
/// The update loop of every optimizer, as generated code for .NET Standard calls it, on newer targets. The rules there are written for vectors, so vectors it is, whatever
/// lanes are asked for.
/// </summary>
/// <remarks>Each parameter is updated by itself, and sums over lanes have one order: the bits are those of the translated loop, which is the one of .NET Standard's own runtime.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterUpdate
{
    /// <inheritdoc cref="StaticNet.ParameterUpdate.ApplyLanes"/>
    public static void ApplyLanes<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, ref T gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, Lanes.ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (VectorWidth.Is256)
            StaticNet.ParameterUpdate.ApplyLanes<Lanes2x256<T>, T, TRule>(rule, layout, parameters, ref gradient, state, terms);
        else
            StaticNet.ParameterUpdate.ApplyLanes<Lanes4x128<T>, T, TRule>(rule, layout, parameters, ref gradient, state, terms);
    }

    /// <inheritdoc cref="StaticNet.ParameterUpdate.Apply"/>
    public static void Apply<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, Lanes.ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (VectorWidth.Is256)
            StaticNet.ParameterUpdate.Apply<Lanes2x256<T>, T, TRule>(rule, layout, parameters, gradient, state, terms);
        else
            StaticNet.ParameterUpdate.Apply<Lanes4x128<T>, T, TRule>(rule, layout, parameters, gradient, state, terms);
    }

    /// <inheritdoc cref="StaticNet.ParameterUpdate.ApplyOwn"/>
    public static void ApplyOwn<V, T, TRule>(
        TRule rule, ParameterLayout<T> layout, Span<T> parameters, Span<T> gradient, Span<T> state, GradientTerms<T> terms)
        where V : struct, Lanes.ILanes<V, T>
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        if (VectorWidth.Is256)
            StaticNet.ParameterUpdate.ApplyOwn<Lanes2x256<T>, T, TRule>(rule, layout, parameters, gradient, state, terms);
        else
            StaticNet.ParameterUpdate.ApplyOwn<Lanes4x128<T>, T, TRule>(rule, layout, parameters, gradient, state, terms);
    }

    /// <inheritdoc cref="StaticNet.ParameterUpdate.Descend"/>
    public static void Descend<V, T>(Span<T> parameters, ReadOnlySpan<T> gradient, T learningRate)
        where V : struct, Lanes.ILanes<V, T>
        where T : unmanaged
    {
        if (VectorWidth.Is256)
            StaticNet.ParameterUpdate.Descend<Lanes2x256<T>, T>(parameters, gradient, learningRate);
        else
            StaticNet.ParameterUpdate.Descend<Lanes4x128<T>, T>(parameters, gradient, learningRate);
    }
}
