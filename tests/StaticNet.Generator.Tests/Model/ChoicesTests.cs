namespace StaticNet.Generator.Tests.Model;

/// <summary>The generator has its own copies of the runtime's enums, since it cannot load the runtime; they must not drift apart.</summary>
public sealed class ChoicesTests
{
    [Theory]
    [InlineData(typeof(Activation), typeof(Generator.Model.Activation))]
    [InlineData(typeof(LossFunction), typeof(Generator.Model.LossFunction))]
    [InlineData(typeof(Reduction), typeof(Generator.Model.Reduction))]
    [InlineData(typeof(Precision), typeof(Generator.Model.Precision))]
    public void Names_and_values_are_those_of_the_runtime(Type runtime, Type generator)
    {
        Assert.Equal(Values(runtime), Values(generator));

        static IEnumerable<(string Name, int Value)> Values(Type type) =>
            Enum.GetNames(type).Select(name => (name, (int)Enum.Parse(type, name)));
    }

    [Fact]
    public void The_attribute_has_the_name_that_the_generator_looks_for() =>
        Assert.Equal(NetworkGenerator.AttributeName, typeof(NetworkAttribute).FullName);
}
