using System.Globalization;
using StaticNet.Data;

namespace StaticNet.Tests.DataSets;

/// <summary>Files and text that become data sets.</summary>
public class CsvTests
{
    /// <summary>A file beside the tests.</summary>
    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    [Fact]
    public void IrisLoads()
    {
        Dataset<double> iris = CsvFile.Load<double>(PathOf("iris.csv"), new CsvOptions { Label = "species" });
        Assert.Equal((150, 4, 3), (iris.Count, iris.InputSize, iris.ClassCount));
        Assert.Equal(["sepal_length", "sepal_width", "petal_length", "petal_width"], iris.InputNames);
        Assert.Equal(["setosa", "versicolor", "virginica"], iris.ClassNames);
        Assert.Equal([5.1, 3.5, 1.4, 0.2], iris.Input(0));
        Assert.Equal([5.9, 3.0, 5.1, 1.8], iris.Input(149));
        Assert.Equal((0, 1, 2), (iris.Labels[49], iris.Labels[50], iris.Labels[149]));
    }

    [Fact]
    public void DigitsLoadWithoutAnyOption()
    {
        Dataset<float> digits = CsvFile.Load<float>(PathOf("digits.csv"));
        Assert.Equal((1797, 64, 10), (digits.Count, digits.InputSize, digits.ClassCount));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], digits.ClassNames);
        Assert.Equal([0, 1, 2], digits.Labels[..3]);
    }

    [Theory]
    [InlineData("a,b,kind\n1,2,x\n3,4,y\n")]
    [InlineData("a,b,kind\r\n1,2,x\r\n3,4,y")]
    [InlineData("a;b;kind\n1;2;x\n3;4;y\n")]
    [InlineData("a\tb\tkind\n1\t2\tx\n3\t4\ty\n")]
    [InlineData("\uFEFFa,b,kind\n1,2,x\n3,4,y\n")]
    [InlineData("\"a\",b,\"kind\"\n\"1\",2,\"x\"\n3,\"4\",y\n")]
    [InlineData("\n a, b ,kind\n 1, 2 ,x\n\n3, 4.0e0 ,y\n\n\n")]
    public void FormsOfOneTableAreOneDataset(string text)
    {
        Dataset<double> data = Load(text);
        Assert.Equal([1, 2, 3, 4], data.Inputs);
        Assert.Equal([0, 1], data.Labels);
        Assert.Equal(["a", "b"], data.InputNames);
        Assert.Equal(["x", "y"], data.ClassNames);
    }

    [Fact]
    public void QuotedCellsMayHoldAnything()
    {
        Dataset<double> data = Load("\"width; in cm\",kind\n1,\"a, \"\"b\"\"\"\n2,\"two\nlines\"\n", new CsvOptions { Separator = ',' });
        Assert.Equal(["width; in cm"], data.InputNames);
        Assert.Equal(["a, \"b\"", "two\nlines"], data.ClassNames);
    }

    [Fact]
    public void FileMayStartWithAByteOrderMark()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "\uFEFFa,kind\n1,x\n2,y\n");
            Assert.Equal(["a"], CsvFile.Load<float>(path).InputNames);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void CultureDoesNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            Dataset<double> data = Load("a;y\n1.5;-2.25\n2e3;.5\n");
            Assert.Equal([1.5, 2000], data.Inputs);
            Assert.Equal([-2.25, 0.5], data.Targets);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ColumnsAreChosenByName()
    {
        const string Text = "id,a,b,c\n7,1,2,3\n8,4,5,6\n";
        Dataset<double> data = Load(Text, new CsvOptions { Inputs = ["b", "a"], Targets = ["c"] });
        Assert.Equal([2, 1, 5, 4], data.Inputs);
        Assert.Equal([3, 6], data.Targets);
        data = Load(Text, new CsvOptions { Targets = ["c", "a"] });
        Assert.Equal(["id", "b"], data.InputNames);
        Assert.Equal(["c", "a"], data.TargetNames);
        Assert.Equal([3, 1, 6, 4], data.Targets);
    }

    [Fact]
    public void ColumnsWithoutNamesHaveNumbers()
    {
        Dataset<double> data = Load("5.1,3.5,x\n4.9,3.0,y\n");
        Assert.Equal(2, data.Count);
        Assert.Equal(["1", "2"], data.InputNames);
        Assert.Equal([3.5, 3.0], Load("5.1,3.5,x\n4.9,3.0,y\n", new CsvOptions { Inputs = ["2"], Label = "3" }).Inputs);
        Assert.Equal(["1", "a"], Load(",a,label\n1,2,x\n3,4,y\n").InputNames);
        // A header of numbers is one if it is said to be.
        Assert.Equal(["1990", "1991"], Load("1990,1991,sum\n1,2,3\n", new CsvOptions { HasHeader = true, Targets = ["sum"] }).InputNames);
        Assert.Equal(["a", "b"], Load("1,a\n2,b\n", new CsvOptions { HasHeader = false }).ClassNames);
    }

    [Fact]
    public void ClassesAreInTheirOrder()
    {
        Assert.Equal(["-1", "2", "10"], Load("a,label\n1,10\n1,2\n1,-1\n").ClassNames);
        Assert.Equal(["10", "2", "B", "a"], Load("a,label\n1,a\n1,10\n1,B\n1,2\n").ClassNames);
        Dataset<double> test = Load("a,label\n1,cow\n1,cow\n", new CsvOptions { ClassNames = ["dog", "cow"] });
        Assert.Equal([1, 1], test.Labels);
        Assert.Equal(["dog", "cow"], test.ClassNames);
    }

    internal static Dataset<double> Load(string text, CsvOptions? options = null) => CsvFile.Load<double>(new StringReader(text), options);
}
