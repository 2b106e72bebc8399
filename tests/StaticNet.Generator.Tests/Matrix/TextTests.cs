using System.Globalization;
using System.Text;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Matrix;

/// <summary>The text itself: the same bytes on every machine, tidy, and of bounded size.</summary>
public sealed class TextTests
{
    private static IEnumerable<NetworkCase> Networks => Topologies.Representative.Concat(Topologies.Everything());

    [Fact]
    public void Lines_are_tidy()
    {
        foreach (string text in Generate(Networks))
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.False(text.StartsWith('\uFEFF'));
            Assert.EndsWith("}\n", text);
            Assert.DoesNotContain("\n\n\n", text);
            Assert.DoesNotContain("{\n\n", text);
            Assert.DoesNotContain("\n\n}", text.Replace(" ", ""));
            Assert.All(text.Split('\n'), line => Assert.False(line.EndsWith(' '), $"'{line}' ends with a blank."));
        }
    }

    [Fact]
    public void Files_are_written_as_UTF_8()
    {
        var run = GeneratorHarness.Run(Topologies.Declare(Topologies.Representative));
        Assert.All(run.Sources, source => Assert.Equal(Encoding.UTF8, source.SourceText.Encoding));
    }

    /// <summary>
    /// Numbers as other cultures write them: U+2212 for minus in Sweden, a mark of direction before it in Saudi Arabia, commas and
    /// blanks in Germany and France. Made by hand, since this program runs without the operating system's cultures.
    /// </summary>
    [Theory]
    [InlineData("\u2212", ",", "\u00A0")]
    [InlineData("\u061C-", "\u066B", "\u066C")]
    [InlineData("~", ",", ".")]
    public void The_culture_changes_nothing(string minus, string point, string group)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        string[] expected = Generate(Networks);
        string expectedMessage = NegativeSize();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(minus + "1", (-1).ToString());
            Assert.Equal(expected, Generate(Networks));
            Assert.Equal(expectedMessage, NegativeSize());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string NegativeSize() => Assert.Single(GeneratorHarness.Run("[Network(Input = -3, Output = 2)] partial class Net { }").Diagnostics).ToString();
    }

    [Fact]
    public void Another_run_writes_the_same() => Assert.Equal(Generate(Networks), Generate(Networks));

    public static TheoryData<int, int[], int> Sizes => new()
    {
        { 1, [], 1 },
        { 2, [3], 2 },
        { 4, [8, 8], 2 },
        { 8, [8, 8, 8, 8, 8, 8], 8 },
        { 16, [64], 4 },
        { 20, [20, 20, 20, 20], 20 },
        { 64, [128], 10 },
        { 784, [128, 64], 10 },
        { 1000, [1000], 1000 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Files_stay_small(int input, int[] hidden, int output)
    {
        foreach (var activation in NetworkCase.AllHidden)
        {
            foreach (var precision in Enum.GetValues<Precision>())
            {
                var outputActivation = NetworkCase.OutputsOf(output)[^1];
                var network = new NetworkCase(
                    input, hidden, hidden.Select(_ => activation).ToArray(), output, outputActivation, NetworkCase.LossesOf(outputActivation)[0], Precision: precision);
                int bytes = Encoding.UTF8.GetByteCount(Assert.Single(Generate([network])));
                Assert.True(bytes < 200_000, $"{network} takes {bytes} bytes.");
            }
        }
    }

    private static string[] Generate(IEnumerable<NetworkCase> networks) =>
        GeneratorHarness.Run(Topologies.Declare(networks)).Sources.Select(source => source.SourceText.ToString()).ToArray();
}
