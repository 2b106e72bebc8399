using CsCheck;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Properties;

/// <summary>Networks of any shape. Each batch is a fixed draw, so that a failure is there again in the next run.</summary>
internal static class RandomTopologies
{
    private const ulong Seed = 20_000;

    private static readonly Gen<Activation> Hidden = Gen.OneOf(NetworkCase.AllHidden);

    /// <summary>Tiny, middling and wide in equal parts, since each has kernels of its own.</summary>
    private static readonly Gen<NetworkCase> Network =
        from most in Gen.OneOf(4, 20, 60)
        let size = Gen.Int[1, most]
        from input in size
        from hidden in size.Array[0, 4]
        from activations in Hidden.Array[hidden.Length]
        from output in size
        let pairs = NetworkCase.OutputsOf(output).SelectMany(activation => NetworkCase.LossesOf(activation).Select(loss => (Activation: activation, Loss: loss)))
        // The loss first: each cross-entropy fits one activation only, and would be rare.
        from loss in Gen.OneOf(pairs.Select(pair => pair.Loss).Distinct().ToArray())
        from outputActivation in Gen.OneOf(pairs.Where(pair => pair.Loss == loss).Select(pair => pair.Activation).ToArray())
        from reduction in Gen.Enum<Reduction>()
        from precision in Gen.Enum<Precision>()
        // Every other one has layers with dropout; not drawn, so that the draws are those of networks without.
        let dropouts = input % 2 == 0 ? hidden.Select(units => units % 3 / 4.0).ToArray() : null
        select new NetworkCase(input, hidden, activations, output, outputActivation, loss, reduction, precision, dropouts);

    public static NetworkCase[] Batch(int number, int count) => Network.Array[count].Generate(new PCG((uint)number, Seed), null, out _);
}
