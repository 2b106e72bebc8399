using StaticNet.Generator.Planning;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Properties;

/// <summary>Whatever the topology, the generated network computes what the reference network computes.</summary>
public sealed class RandomTopologyTests
{
    private const int Networks = 8;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    public void Generated_networks_agree_with_the_reference(int batch)
    {
        var networks = RandomTopologies.Batch(batch, Networks);
        string source = string.Concat(networks.Select((network, index) => network.Declare($"Net{index}")));
        // Every other batch overflows where it must not, and starts from memory that nobody cleared.
        bool strict = batch % 2 == 1;
        var program = GeneratorHarness.Run(source, new HarnessOptions { Checked = strict, Unsafe = strict }).AssertCompiles().Load();
        for (int i = 0; i < networks.Length; i++)
        {
            object network = Activator.CreateInstance(program.GetType($"Net{i}", throwOnError: true)!, (ulong)i)!;
            if (networks[i].Precision == Precision.Single)
                new NetworkComparison<float>(networks[i], network, i).CompareAll();
            else
                new NetworkComparison<double>(networks[i], network, i).CompareAll();
        }
    }

    [Fact]
    public void The_draw_covers_what_there_is()
    {
        var all = Enumerable.Range(0, 12).SelectMany(batch => RandomTopologies.Batch(batch, Networks)).ToArray();
        Assert.Equal(NetworkCase.AllHidden.Length, all.SelectMany(network => network.HiddenActivations).Distinct().Count());
        Assert.Equal(Enum.GetValues<Activation>().Length, all.Select(network => network.OutputActivation).Distinct().Count());
        Assert.Equal(Enum.GetValues<LossFunction>().Length, all.Select(network => network.Loss).Distinct().Count());
        Assert.Equal([0, 1, 2, 3, 4], all.Select(network => network.Hidden.Length).Distinct().Order());
        Assert.InRange(all.Count(network => network.Dropouts?.Any(rate => rate > 0) == true), 10, all.Length - 10);
        Assert.Equal(4, all.Select(network => (network.Reduction, network.Precision)).Distinct().Count());
        // Samples in lanes up to this number of parameters, units in lanes beyond: for every activation and every loss.
        var wide = all.Where(network => network.ToReference().ParameterCount > Budgets.LaneGradientParameters).ToArray();
        Assert.Equal(NetworkCase.AllHidden.Length, wide.SelectMany(network => network.HiddenActivations).Distinct().Count());
        Assert.Equal(Enum.GetValues<LossFunction>().Length, wide.Select(network => network.Loss).Distinct().Count());
    }
}
