using System.Text;
using CsCheck;
using StaticNet.Serialization;

namespace StaticNet.Tests.Serialization;

/// <summary>What is written can be read, and has the bytes that the format says.</summary>
public class SafeTensorsTests
{
    /// <summary>The header, padded to a multiple of 8; then 1.5f, −2f, and −3 as an I32.</summary>
    [Fact]
    public void Small_file_has_these_bytes()
    {
        const string Header = """{"__metadata__":{"by":"ü<"},"W1":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"n":{"dtype":"I32","shape":[],"data_offsets":[8,12]}}""";
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("by", "ü<");
        writer.Add<float>("W1", [1.5f, -2f], 1, 2);
        writer.Add<int>("n", [-3]);
        byte[] text = Encoding.UTF8.GetBytes(Header);
        Assert.Equal(138, text.Length);
        byte[] expected =
        [
            144, 0, 0, 0, 0, 0, 0, 0,
            .. text, .. "      "u8,
            0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0,
            0xFD, 0xFF, 0xFF, 0xFF,
        ];
        Assert.Equal(expected, Written(writer));
        Assert.Equal(expected, Written(writer));
    }

    [Fact]
    public void Empty_file_can_be_written_and_read()
    {
        byte[] bytes = Written(new SafeTensorsWriter());
        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], bytes);
        var file = SafeTensorsFile.Read(new MemoryStream(bytes));
        Assert.Empty(file.Names);
        Assert.Empty(file.Metadata);
    }

    [Fact]
    public void Every_type_comes_back()
    {
        var writer = new SafeTensorsWriter();
        writer.Add<float>("f", [float.NaN, -0f, float.Epsilon, float.MaxValue], 4);
        writer.Add<double>("d", [double.NegativeInfinity, 0.1], 2, 1);
        writer.Add<int>("i", [int.MinValue]);
        writer.Add<long>("l", [long.MinValue, -1, long.MaxValue], 1, 3, 1);
        writer.Add<ulong>("empty", [], 3, 0);
        writer.Add<ulong>("u", [ulong.MaxValue], 1);
        var file = SafeTensorsFile.Read(new OnlyForward(Written(writer)));

        Assert.Equal(["f", "d", "i", "l", "empty", "u"], file.Names);
        Assert.Equal(["F32[4]", "F64[2, 1]", "I32[]", "I64[1, 3, 1]", "U64[3, 0]", "U64[1]"], file.Names.Select(name => file[name].ToString()));
        Assert.Equal([4, 2, 1, 3, 0, 1], file.Names.Select(name => file[name].Count));
        Assert.Equal(
            new float[] { float.NaN, -0f, float.Epsilon, float.MaxValue }.Select(BitConverter.SingleToInt32Bits),
            file.Get<float>("f").Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([double.NegativeInfinity, 0.1], file.Get<double>("d"));
        Assert.Equal([int.MinValue], file.Get<int>("i"));
        Assert.Equal([long.MinValue, -1, long.MaxValue], file.Get<long>("l"));
        Assert.Equal([], file.Get<ulong>("empty"));
        Assert.Equal([ulong.MaxValue], file.Get<ulong>("u"));
    }

    [Fact]
    public void Any_names_and_texts_come_back() =>
        Gen.Select(Gen.String[0, 12].Where(IsText), Gen.String[0, 12].Where(IsText), Gen.Double.Array[0, 5]).Array[0, 6].Sample(items =>
        {
            var writer = new SafeTensorsWriter();
            var distinct = items.DistinctBy(item => item.Item1).ToArray();
            foreach (var (name, text, values) in distinct)
            {
                writer.AddMetadata(name, text);
                writer.Add<double>(name, values, values.Length);
            }

            var file = SafeTensorsFile.Read(new MemoryStream(Written(writer)));
            Assert.Equal(distinct.Select(item => item.Item1), file.Names);
            Assert.Equal(distinct.Select(item => KeyValuePair.Create(item.Item1, item.Item2)), file.Metadata);
            foreach (var (name, _, values) in distinct)
                Assert.Equal(values, file.Get<double>(name));
        });

    /// <summary>Larger than the first buffer, so that it grows.</summary>
    [Fact]
    public void Large_tensor_comes_back_from_a_stream_of_unknown_length()
    {
        int[] values = Enumerable.Range(0, 100_000).ToArray();
        var writer = new SafeTensorsWriter();
        writer.Add<int>("v", values, 100, 1000);
        Assert.Equal(values, SafeTensorsFile.Read(new OnlyForward(Written(writer))).Get<int>("v"));
    }

    [Fact]
    public void Another_order_of_data_than_of_names_is_read()
    {
        var file = SafeTensorsFile.Read(BadFiles.Of(
            """{"b":{"shape":[1],"dtype":"I32","data_offsets":[4,8]},"e":{"dtype":"I32","shape":[0],"data_offsets":[4,4]},"a":{"dtype":"I32","shape":[1],"data_offsets":[0,4]}}""",
            [1, 0, 0, 0, 2, 0, 0, 0]));
        Assert.Equal(["b", "e", "a"], file.Names);
        Assert.Equal((2, 1), (file.Get<int>("b")[0], file.Get<int>("a")[0]));
    }

    [Fact]
    public void Asking_for_what_is_not_there_says_what_is()
    {
        var writer = new SafeTensorsWriter();
        writer.Add<float>("W1", [1, 2], 2);
        writer.Add<float>("b1", [1]);
        var file = SafeTensorsFile.Read(new MemoryStream(Written(writer)));
        float[] destination = [7, 7, 7];

        Assert.Equal("There is no tensor 'w1'; there are: W1, b1.", Assert.Throws<SafeTensorsException>(() => file["w1"]).Message);
        Assert.Equal(
            "Expected elements of type F64 in 'W1', but it is F32[2].", Assert.Throws<SafeTensorsException>(() => file.Get<double>("W1")).Message);
        Assert.Equal(
            "Expected 3 values in 'W1', but it is F32[2].",
            Assert.Throws<SafeTensorsException>(() => file.CopyTo<float>("W1", destination)).Message);
        Assert.Equal([7, 7, 7], destination);
        file.CopyTo<float>("W1", destination.AsSpan(1));
        Assert.Equal([7, 1, 2], destination);
        Assert.Throws<NotSupportedException>(() => file.Get<byte>("W1"));
    }

    [Fact]
    public void Writer_refuses_what_no_file_can_hold()
    {
        var writer = new SafeTensorsWriter();
        writer.Add<float>("a", [1]);
        writer.AddMetadata("a", "");
        Assert.Throws<ArgumentException>("name", () => writer.Add<float>("a", [1]));
        Assert.Throws<ArgumentException>("name", () => writer.Add<float>("__metadata__", [1]));
        Assert.Throws<ArgumentException>("name", () => writer.Add<float>("\uD800", [1]));
        Assert.Throws<ArgumentException>("shape", () => writer.Add<float>("b", [1, 2]));
        Assert.Throws<ArgumentException>("shape", () => writer.Add<float>("b", [1, 2], 3));
        Assert.Throws<ArgumentException>("shape", () => writer.Add<float>("b", [], int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => writer.Add<float>("b", [1], -1, -1));
        Assert.Throws<NotSupportedException>(() => writer.Add<byte>("b", [1]));
        Assert.Throws<ArgumentException>("key", () => writer.AddMetadata("a", ""));
        Assert.Throws<ArgumentException>("value", () => writer.AddMetadata("b", "\uDC00"));
        Assert.Equal(["a"], SafeTensorsFile.Read(new MemoryStream(Written(writer))).Names);
    }

    internal static byte[] Written(SafeTensorsWriter writer)
    {
        var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }

    private static bool IsText(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
