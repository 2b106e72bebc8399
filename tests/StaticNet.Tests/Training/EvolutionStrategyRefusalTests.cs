namespace StaticNet.Tests.Training;

/// <summary>What an evolution strategy refuses: by name, with what was expected and what came, and without a trace.</summary>
public class EvolutionStrategyRefusalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void Odd_or_empty_populations(int size)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>("populationSize", () => new EvolutionStrategy<float>([1], size));
        Assert.Contains($"got {size}.", refused.Message);
    }

    [Fact]
    public void Populations_that_no_array_holds()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>("populationSize", () => new EvolutionStrategy<float>(new float[100_000], 100_000));
        Assert.Contains("100000 parameters", refused.Message);
    }

    [Fact]
    public void No_parameters() => Assert.Throws<ArgumentException>("start", () => new EvolutionStrategy<float>([], 2));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Parameters_that_are_not_finite(float value)
    {
        var refused = Assert.Throws<ArgumentException>("start", () => new EvolutionStrategy<float>([1, value], 2));
        Assert.Contains("position 1", refused.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Settings_that_are_not_positive(double value)
    {
        var strategy = new EvolutionStrategy<double>([1], 2);
        Assert.Throws<ArgumentOutOfRangeException>("Deviation", () => strategy.Deviation = value);
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => strategy.LearningRate = value);
        Assert.Equal((0.1, 5), (strategy.Deviation, strategy.LearningRate));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void Candidates_that_are_not_there(int index)
    {
        var strategy = new EvolutionStrategy<float>([1], 4);
        var refused = Assert.Throws<ArgumentOutOfRangeException>("index", () => strategy.Candidate(index));
        Assert.Contains("from 0 to 3", refused.Message);
    }

    [Fact]
    public void Fitness_of_another_length_or_not_a_number()
    {
        var strategy = new EvolutionStrategy<float>([1], 4);
        strategy.Ask();
        Assert.Throws<ArgumentException>("fitness", () => strategy.Tell([1, 2, 3]));
        Assert.Throws<ArgumentException>("fitness", () => strategy.Tell([1, 2, 3, 4, 5]));
        var refused = Assert.Throws<ArgumentException>("fitness", () => strategy.Tell([1, 2, float.NaN, 4]));
        Assert.Contains("candidate 2", refused.Message);
        Assert.Equal((1f, 0L), (strategy.Mean[0], strategy.Generation));
        strategy.Tell([1, 2, 3, 4]);
        Assert.Equal(1, strategy.Generation);
    }

    /// <summary>A generation's fitness is told once.</summary>
    [Fact]
    public void Fitness_of_nobody()
    {
        var strategy = new EvolutionStrategy<float>([1], 2);
        Assert.Throws<InvalidOperationException>(() => strategy.Tell([1, 2]));
        strategy.Ask();
        strategy.Tell([1, 2]);
        Assert.Throws<InvalidOperationException>(() => strategy.Tell([1, 2]));
    }
}
