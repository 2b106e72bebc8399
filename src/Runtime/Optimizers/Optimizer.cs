using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>
/// Turns gradients into parameter steps. A class, because it remembers (the step count, and for some rules numbers for each parameter); what it
/// does in a step is in a struct, <typeparamref name="TRule"/>, that the update loop is specialised for.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TRule">The element-wise rule.</typeparam>
public abstract class Optimizer<T, TRule>
    where T : unmanaged
    where TRule : struct, IUpdateRule<T>
{
    private readonly T[] _state;

    /// <summary>For rules that remember nothing for each parameter; fits a network of any size.</summary>
    /// <exception cref="InvalidOperationException">The rule does remember something, so the number of parameters is needed.</exception>
    protected Optimizer()
    {
        if (TRule.StateCount != 0)
            throw new InvalidOperationException($"{typeof(TRule).Name} keeps {TRule.StateCount} numbers a parameter; construct the optimizer with the parameter count.");
        _state = [];
    }

    /// <summary>Allocates the state of a network with this many parameters, all zero.</summary>
    /// <param name="parameterCount">The network's <c>ParameterCount</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    protected Optimizer(int parameterCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameterCount, 1);
        ParameterCount = parameterCount;
        _state = new T[checked(parameterCount * TRule.StateCount)];
    }

    /// <summary>The number of parameters this optimizer was made for; null: any.</summary>
    public int? ParameterCount { get; }

    /// <summary>The coefficient of weight decay: L2·w is added to the gradient of the weights, not of the biases. Default: 0.</summary>
    public T L2 { get; set; }

    /// <summary>Steps taken so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>What is remembered for each parameter, [StateCount × ParameterCount]: first all first numbers, then all second.</summary>
    public Span<T> State => _state;

    /// <summary>The rule for the step after <see cref="StepCount"/> steps, with its coefficients.</summary>
    protected abstract TRule CreateRule();

    /// <summary>Called by generated code once a step, before anything is changed.</summary>
    /// <param name="parameterCount">The parameter count of the network to be updated.</param>
    /// <exception cref="ArgumentException">The optimizer was made for another size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TRule BeginStep(int parameterCount)
    {
        if (ParameterCount is { } expected && expected != parameterCount)
            ThrowParameterCount(expected, parameterCount);
        var rule = CreateRule();
        StepCount++;
        return rule;
    }

    [DoesNotReturn]
    private static void ThrowParameterCount(int expected, int actual) =>
        throw new ArgumentException($"The optimizer was made for {expected} parameters; this network has {actual}.", "optimizer");
}
