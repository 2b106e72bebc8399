using StaticNet.C;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.CExport;

/// <summary>Names and options: what is accepted, what comes of a class's name, and that nothing is written where something is refused.</summary>
public class NameTests
{
    [Theory]
    [InlineData("MoonNet", "moon_net")]
    [InlineData("XORNet2", "xor_net2")]
    [InlineData("Net2D", "net2_d")]
    [InlineData("already_small", "already_small")]
    [InlineData("_Hidden__Net_", "hidden_net")]
    [InlineData("X", "x")]
    [InlineData("Float", "float_net")]
    [InlineData("Größe", "gre")]
    [InlineData("2DNet", "network")]
    [InlineData("雪", "network")]
    public void A_class_gives_a_name(string name, string expected)
    {
        Assert.Equal(expected, CName.OfClass(name));
        Assert.True(CName.IsValid(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2nd")]
    [InlineData("_net")]
    [InlineData("net_")]
    [InlineData("my__net")]
    [InlineData("my-net")]
    [InlineData("my net")]
    [InlineData("net\n#include")]
    [InlineData("größe")]
    [InlineData("float")]
    [InlineData("restrict")]
    public void No_name_of_C_is_refused_before_anything_is_written(string name)
    {
        var writer = new StringWriter();
        Assert.Contains($"it is '{name}'", Assert.Throws<ArgumentException>("options", () => new Shapes.Tiny().ExportC(writer, new() { Name = name })).Message);
        Assert.Equal("", writer.ToString());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Parameters_without_a_literal_are_refused_before_anything_is_written(float value)
    {
        var (network, writer) = (new Shapes.Tiny(), new StringWriter());
        network.B2[1] = value;
        Assert.Contains("NaN or infinite", Assert.Throws<ArgumentException>("network", () => network.ExportC(writer)).Message);
        Assert.Contains("NaN or infinite", Assert.Throws<ArgumentException>("network", () => NetworkModel<float>.Of(network).ExportC(writer)).Message);
        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>("writer", () => new Shapes.Tiny().ExportC(null!));
        Assert.Throws<ArgumentNullException>("network", () => ((INetwork<float>)null!).ExportC(new StringWriter()));
        Assert.Throws<ArgumentNullException>("network", () => ((NetworkModel<float>)null!).ExportC(new StringWriter()));
    }

    [Fact]
    public void Names_come_from_the_option_the_class_or_neither()
    {
        Assert.StartsWith("/*\n * tiny.h: ", Text(writer => new Shapes.Tiny().ExportC(writer)));
        Assert.StartsWith("/*\n * network.h: ", Text(writer => NetworkModel<float>.Of(new Shapes.Tiny()).ExportC(writer)));
        Assert.StartsWith("/*\n * Brain7.h: ", Text(writer => new Shapes.Tiny().ExportC(writer, new() { Name = "Brain7" })));

        static string Text(Action<TextWriter> export)
        {
            var writer = new StringWriter();
            export(writer);
            return writer.ToString();
        }
    }

    [Theory]
    [InlineData(1f, "1.0f")]
    [InlineData(-0f, "-0.0f")]
    [InlineData(0.1f, "0.100000001f")]
    [InlineData(float.Epsilon, "1.40129846e-45f")]
    [InlineData(-float.MaxValue, "-3.40282347e+38f")]
    [InlineData(16777216f, "16777216.0f")]
    public void Literals_are_floating_point(float value, string expected) => Assert.Equal(expected, CLiteral.Of(value));

    [Fact]
    public void Literals_of_double_have_17_digits()
    {
        Assert.Equal("0.10000000000000001", CLiteral.Of(0.1));
        Assert.Equal("-4.9406564584124654e-324", CLiteral.Of(-double.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => CLiteral.Of(double.NaN));
    }
}
