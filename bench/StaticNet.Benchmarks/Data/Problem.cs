using System.Numerics;

namespace StaticNet.Benchmarks.Data;

/// <summary>What a workload trains on and starts from.</summary>
/// <param name="Inputs">[count × inputs], row-major.</param>
/// <param name="Labels">[count]; empty for regression.</param>
/// <param name="Targets">[count × outputs]; empty for classification.</param>
/// <param name="Parameters">Initial parameters, flat: W1, b1, W2, b2, …</param>
internal sealed record Problem<T>(T[] Inputs, int[] Labels, T[] Targets, T[] Parameters)
    where T : unmanaged, INumber<T>
{
    /// <summary>The same numbers in another precision.</summary>
    public Problem<TOther> As<TOther>()
        where TOther : unmanaged, INumber<TOther> =>
        new(Convert<TOther>(Inputs), Labels, Convert<TOther>(Targets), Convert<TOther>(Parameters));

    private static TOther[] Convert<TOther>(T[] values)
        where TOther : unmanaged, INumber<TOther> =>
        Array.ConvertAll(values, TOther.CreateChecked);
}
