using StaticNet.Data;

namespace StaticNet.Tests.DataSets;

/// <summary>What is found out about a file never seen before.</summary>
public class CsvInferenceTests
{
    [Fact]
    public void FilesBesideTheTests()
    {
        Assert.Equal(new CsvOptions { HasHeader = true, Separator = ',', Label = "species" }, CsvFile.Infer(CsvTests.PathOf("iris.csv")));
        Assert.Equal(new CsvOptions { HasHeader = true, Separator = ',', Label = "digit" }, CsvFile.Infer(CsvTests.PathOf("digits.csv")));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,x\n3,4,y\n", true, ',', "c", null)]
    [InlineData("Class;b;c\n1;2;3\n3;4;5\n", true, ';', "Class", null)]
    [InlineData("y,LABEL,c\n1,2,3\n3,4,5\n", true, ',', "LABEL", null)]
    [InlineData("1.5|2|red\n1|2|blue\n", false, '|', "3", null)]
    [InlineData("a\ttarget\n1\t0.5\n2\t1\n", true, '\t', null, "target")]
    [InlineData("a,y\n1,1.0\n2,2.0\n", true, ',', "y", null)]
    [InlineData("a,y\n1,1\n2,\n3,0.5\n", true, ',', null, "y")]
    [InlineData("\"a;1\",b\n1,2.5\n", true, ',', null, "b")]
    public void TextIsLookedAt(string text, bool header, char separator, string? label, string? target)
    {
        CsvOptions options = CsvFile.Infer(new StringReader(text));
        Assert.Equal((header, separator, label, target), (options.HasHeader, options.Separator, options.Label, options.Targets?.Single()));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void ManyDifferentIntegersAreATarget(int values, bool isLabel)
    {
        string text = "a,b\n" + string.Concat(Enumerable.Range(0, 3 * values).Select(i => $"{i},{i % values}\n"));
        Assert.Equal(isLabel, CsvFile.Infer(new StringReader(text)).Label is not null);
    }

    [Fact]
    public void WhatIsInferredLoads()
    {
        string path = CsvTests.PathOf("iris.csv");
        Assert.Equal(CsvFile.Load<float>(path).Inputs, CsvFile.Load<float>(path, CsvFile.Infer(path)).Inputs);
    }
}
