using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// How one step of an optimizer moves a parameter, element by element. A struct, so that the JIT specialises the update loop for
/// it; it carries the coefficients of this step.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>Numbers that the optimizer remembers for each parameter: 0, 1 or 2.</summary>
    static abstract int StateCount { get; }

    /// <summary>Whether weights shrink by <see cref="WeightDecay"/> of themselves before the step (decoupled weight decay). Default: false.</summary>
    static virtual bool DecaysWeights => false;

    /// <summary>The share of itself that each weight, not a bias, loses before the step; ignored unless <see cref="DecaysWeights"/>.</summary>
    T WeightDecay => default;

    /// <summary>The new value of a vector of parameters.</summary>
    /// <param name="parameter">The present values.</param>
    /// <param name="gradient">Their gradient, L2 included.</param>
    /// <param name="first">The first remembered number of each, to be updated; zero and ignored where <see cref="StateCount"/> is 0.</param>
    /// <param name="second">The second, likewise.</param>
    V Step<V>(V parameter, V gradient, ref V first, ref V second)
        where V : struct, ILanes<V, T>;
}
