using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>
/// Turns gradients into parameter steps. A class, because it remembers (the step count, and for some rules numbers for each parameter); what it
/// does in a step is in a struct, <typeparamref name="TRule"/>, that the update loop is specialised for.
/// </summary>
/// <example>
/// An optimizer of one's own is a rule and a class that hands it out. This one steps by the sign of the gradient:
/// <code>
/// public sealed class SignDescent&lt;T&gt; : Optimizer&lt;T, SignRule&lt;T&gt;&gt; where T : unmanaged
/// {
///     protected override SignRule&lt;T&gt; CreateRule() =&gt; new(LearningRate);
/// }
/// public readonly struct SignRule&lt;T&gt;(T rate) : IUpdateRule&lt;T&gt; where T : unmanaged
/// {
///     public static int StateCount =&gt; 0;
///     public V Step&lt;V&gt;(V parameter, V gradient, ref V first, ref V second) where V : struct, ILanes&lt;V, T&gt; =&gt;
///         parameter - V.CopySign(V.Broadcast(rate), gradient);
/// }
/// </code>
/// </example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TRule">The element-wise rule.</typeparam>
public abstract partial class Optimizer<T, TRule>
    where T : unmanaged
    where TRule : struct, IUpdateRule<T>
{
    private readonly T[] _state;
    private readonly double[] _scalars;

    /// <summary>For rules that remember nothing for each parameter; fits a network of any size.</summary>
    /// <exception cref="InvalidOperationException">The rule does remember something, so the number of parameters is needed.</exception>
    protected Optimizer()
    {
        if (TRule.StateCount != 0)
            throw new InvalidOperationException($"{typeof(TRule).Name} keeps {TRule.StateCount} numbers a parameter; construct the optimizer with the parameter count.");
        _state = [];
        _scalars = [];
    }

    /// <summary>Allocates the state of a network with this many parameters, all zero.</summary>
    /// <param name="parameterCount">The network's <c>ParameterCount</c>.</param>
    /// <param name="scalarCount">Length of <see cref="Scalars"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count of parameters is less than 1, or that of scalars less than 0.</exception>
    protected Optimizer(int parameterCount, int scalarCount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameterCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scalarCount, 0);
        ParameterCount = parameterCount;
        _state = new T[checked(parameterCount * TRule.StateCount)];
        _scalars = new double[scalarCount];
    }

    /// <summary>The number of parameters this optimizer was made for; null: any.</summary>
    public int? ParameterCount { get; }

    /// <summary>η, the size of a step. Default: 0.01, or what the optimizer says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at least 0.</exception>
    public T LearningRate
    {
        get;
        set => field = Setting.NotNegative(value, nameof(LearningRate), "A learning rate");
    } = Setting.From<T>(0.01);

    /// <summary>The coefficient of weight decay: L2·w is added to the gradient of the weights, not of the biases. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at least 0.</exception>
    public T L2
    {
        get;
        set => field = Setting.NotNegative(value, nameof(L2), "A weight decay");
    }

    /// <summary>The largest magnitude of an element of the gradient; larger ones are brought back to it. Before L2 is added. Default: null, no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T? ClipValue
    {
        get;
        set => field = value is { } limit ? Setting.Positive(limit, nameof(ClipValue), "A limit of the gradient") : null;
    }

    /// <summary>The largest Euclidean norm of the whole gradient; a longer one is shortened to it. After <see cref="ClipValue"/>, before L2 is added. Default: null, no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T? ClipNorm
    {
        get;
        set => field = value is { } limit ? Setting.Positive(limit, nameof(ClipNorm), "A limit of the gradient's norm") : null;
    }

    /// <summary>Steps taken so far. To be set only where a run goes on that was saved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0.</exception>
    public long StepCount
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(StepCount));
            field = value;
        }
    }

    /// <summary>What is remembered for each parameter, [StateCount × ParameterCount]: first all first numbers, then all second.</summary>
    public Span<T> State => _state;

    /// <summary>What is remembered once, not for each parameter: running products, say. With <see cref="State"/> and <see cref="StepCount"/> it is all that a checkpoint must keep.</summary>
    public Span<double> Scalars => _scalars;

    /// <summary>What is done to a gradient before the rule sees it. For generated code.</summary>
    public GradientTerms<T> Terms => new(L2, ClipValue, ClipNorm);

    /// <summary>The rule for the step after <see cref="StepCount"/> steps, with its coefficients. Called once a step: what changes with the steps may be moved on here.</summary>
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
