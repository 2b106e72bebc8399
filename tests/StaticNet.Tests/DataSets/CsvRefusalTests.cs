using StaticNet.Data;

namespace StaticNet.Tests.DataSets;

/// <summary>Each error says where it is, what it is, and what to do.</summary>
public class CsvRefusalTests
{
    [Theory]
    [InlineData("", 0, null, "There is nothing in it")]
    [InlineData("\n\n", 0, null, "There is nothing in it")]
    [InlineData("a,kind\n", 0, null, "There is a header but no row of data")]
    [InlineData("a\n1\n2\n", 0, null, "There is one column only, 'a'")]
    [InlineData("a,b,kind\n1,2,x\n1,2\n", 3, null, "Expected 3 cells, as in the first row, got 2")]
    [InlineData("a,b,kind\n1,2,x\n\n1,2,3,y\n", 4, null, "Expected 3 cells, as in the first row, got 4")]
    [InlineData("a,b,kind\n1,2,x\n1,\"2,y\n", 3, null, "A quote is opened here and never closed")]
    [InlineData("a,b,kind\n1,2,x\n3,4,y\"q\n5,6,z\n", 3, null, "There is a quote in the middle of a cell")]
    [InlineData("a,b,kind\n1,2,\"x\"y\n3,4,z\n", 2, null, "There is something between the end of a quoted cell")]
    [InlineData("a,b,a\n1,2,3\n", 1, "a", "Columns 1 and 3 have this name")]
    [InlineData("a,b,kind\n1,2,x\n1,,y\n", 3, "b", "The cell is empty. Fill it in, or leave out the row or the column.")]
    [InlineData("a,b,kind\nNA,2,x\n1,2,y\n", 2, "a", "'NA' stands for a missing value")]
    [InlineData("a,b,kind\n1,2,x\n1,NaN,y\n", 3, "b", "'NaN' stands for a missing value")]
    [InlineData("a,b,kind\n1,2,?\n1,3,y\n", 2, "kind", "'?' stands for a missing value")]
    [InlineData("1,,x\n1,2,y\n", 1, "2", "The cell is empty")]
    [InlineData("a,b,kind\n1,red,x\n1,2,y\n", 2, "b", "'red' is not a number. Write numbers like -1.5 or 2e-3, or leave out the column.")]
    [InlineData("a;b;kind\n1;2;x\n1;2,5;y\n", 3, "b", "'2,5' is not a number")]
    [InlineData("a,b,kind\n\"1\n0\",2,x\n1,2,y\n", 2, "a", "is not a number")]
    [InlineData("a,b,kind\n1,2,x\n1,1e999,y\n", 3, "b", "'1e999' is not a finite Double")]
    [InlineData("a,b,kind\n1,Infinity,x\n1,2,y\n", 2, "b", "'Infinity' is not a finite Double")]
    [InlineData("a,kind\n1,x\n2,x\n", 0, "kind", "Every sample has the label 'x'. Expected at least two classes.")]
    public void BadTextIsRefused(string text, int line, string? column, string what)
    {
        var error = Assert.Throws<CsvException>(() => CsvTests.Load(text));
        Assert.Equal(("text", line, column), (error.File, error.Line, error.Column));
        string place = "text" + (line > 0 ? $", line {line}" : "") + (column is null ? "" : $", column '{column}'") + ": ";
        Assert.StartsWith(place + (what.StartsWith("is not") ? "" : what), error.Message);
        Assert.Contains(what, error.Message);
    }

    [Fact]
    public void UnfitColumnsAreRefused()
    {
        const string Text = "a,b,kind\n1,2,x\n3,4,y\n";
        Refused("text: There is no column 'c'. There are: a, b, kind.", Text, new() { Label = "c" });
        Refused("text: There is no column 'A'. There are: a, b, kind.", Text, new() { Inputs = ["b", "A"], Label = "kind" });
        Refused("text: There is no column 'c'", Text, new() { Targets = ["a", "c"] });
        Refused("text, line 2, column 'kind': 'x' is not a number", Text, new() { Targets = ["kind"] });
        Refused("text, column 'kind': The column is to be learnt, so it cannot be an input too", Text, new() { Inputs = ["a", "kind"], Label = "kind" });
        Refused("text: Every column is a label or a target. Expected at least one input", "a,b\n1,2\n", new() { Targets = ["b", "a"] });
    }

    [Fact]
    public void LabelsNeverSeenInTrainingAreRefused() =>
        Refused(
            "text, line 3, column 'kind': The label 'z' is none of the known classes: x, y.",
            "a,kind\n1,x\n2,z\n", new() { Label = "kind", ClassNames = ["x", "y"] });

    [Fact]
    public void NumbersBeyondSinglePrecisionAreRefused()
    {
        var error = Assert.Throws<CsvException>(() => CsvFile.Load<float>(new StringReader("a,kind\n1e39,x\n2,y\n")));
        Assert.Contains("line 2, column 'a': '1e39' is not a finite Single", error.Message);
    }

    [Fact]
    public void OptionsThatContradictThemselvesAreRefused()
    {
        Contradiction("Expected a label column or target columns, got both", new() { Label = "a", Targets = ["b"] });
        Contradiction("Expected a label column or target columns, got both", new() { ClassNames = ["x", "y"], Targets = ["b"] });
        Contradiction("at least one target column", new() { Targets = [] });
        Contradiction("at least one input column", new() { Inputs = [] });
        Contradiction("class names that differ", new() { ClassNames = ["x", "x"] });
    }

    [Fact]
    public void MissingFilesAreRefused()
    {
        var error = Assert.Throws<FileNotFoundException>(() => CsvFile.Load<float>("no/such.csv"));
        Assert.Contains("There is no file 'no/such.csv'; looked for it as '", error.Message);
        Assert.Equal("no/such.csv", error.FileName);
        Assert.Throws<FileNotFoundException>(() => CsvFile.Infer("no/such.csv"));
        Assert.Throws<ArgumentNullException>("reader", () => CsvFile.Load<float>((TextReader)null!));
    }

    [Fact]
    public void ErrorsNameTheFile()
    {
        string path = CsvTests.PathOf("iris.csv");
        var error = Assert.Throws<CsvException>(() => CsvFile.Load<float>(path, new CsvOptions { Targets = ["species"] }));
        Assert.StartsWith($"{path}, line 2, column 'species': 'setosa' is not a number", error.Message);
    }

    private static void Refused(string message, string text, CsvOptions options) =>
        Assert.StartsWith(message, Assert.Throws<CsvException>(() => CsvTests.Load(text, options)).Message);

    private static void Contradiction(string message, CsvOptions options) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>("options", () => CsvTests.Load("a,b\n1,2\n", options)).Message);
}
