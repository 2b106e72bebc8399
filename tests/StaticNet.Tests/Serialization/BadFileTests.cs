using StaticNet.Serialization;

namespace StaticNet.Tests.Serialization;

/// <summary>Whatever bytes come in, they are read or refused with the one exception, and nothing large is allocated for what is not there.</summary>
public class BadFileTests
{
    [Theory]
    [MemberData(nameof(BadFiles.Headers), MemberType = typeof(BadFiles))]
    public void Bad_header_is_refused(string header, string message)
    {
        var stream = BadFiles.Of(header, [0, 0, 0, 0]);
        Assert.Contains(message, Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(stream)).Message);
        Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new OnlyForward(stream.ToArray())));
    }

    [Fact]
    public void Header_must_be_UTF8() =>
        Assert.Contains("UTF-8", Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(BadFiles.Of([.. "{\""u8, 0xFF, .. "\":1}"u8], []))).Message);

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(ulong.MaxValue)]
    public void Long_header_is_refused(ulong length)
    {
        byte[] bytes = [.. BitConverter.GetBytes(length), .. "{}"u8];
        Assert.Contains($"has {length}.", Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new MemoryStream(bytes))).Message);
    }

    [Fact]
    public void Promised_bytes_that_do_not_come_cost_no_memory()
    {
        byte[] longHeader = [.. BitConverter.GetBytes(100_000_000L), .. "{}"u8];
        byte[] largeTensor = BadFiles.Of("""{"a":{"dtype":"F64","shape":[250000000],"data_offsets":[0,2000000000]}}""", [1, 2, 3]).ToArray();
        foreach (byte[] bytes in new[] { longHeader, largeTensor })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new MemoryStream(bytes)));
            Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new OnlyForward(bytes)));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }
    }

    [Fact]
    public void File_cut_anywhere_is_refused()
    {
        byte[] bytes = Good();
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new MemoryStream(cut)));
            Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new OnlyForward(cut)));
        }
    }

    [Fact]
    public void File_that_goes_on_is_refused() =>
        Assert.Contains("goes on", Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(new MemoryStream([.. Good(), 0]))).Message);

    /// <summary>Every byte with every other value: it is another file, perhaps a good one, and then its tensors can be read.</summary>
    [Fact]
    public void Any_byte_changed_is_read_or_refused()
    {
        byte[] bytes = Good();
        int read = 0, refused = 0;
        for (int position = 0; position < bytes.Length; position++)
        {
            for (int change = 1; change < 256; change++)
            {
                byte[] changed = [.. bytes];
                changed[position] ^= (byte)change;
                try
                {
                    var file = SafeTensorsFile.Read(new MemoryStream(changed));
                    Assert.All(file.Names, name => Assert.InRange(file[name].Count, 0, 8));
                    read++;
                }
                catch (SafeTensorsException)
                {
                    refused++;
                }
            }
        }

        Assert.InRange(read, 1000, refused);
    }

    [Fact]
    public void Path_is_named()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.StartsWith($"{path}: The file ends within the length", Assert.Throws<SafeTensorsException>(() => SafeTensorsFile.Read(path)).Message);
            File.WriteAllBytes(path, Good());
            Assert.Equal(["W", "b", "n"], SafeTensorsFile.Read(path).Names);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Good()
    {
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("kind", "test");
        writer.Add<float>("W", [1, 2, 3, 4, 5, 6], 2, 3);
        writer.Add<double>("b", [0.5], 1);
        writer.Add<ulong>("n", [7]);
        return SafeTensorsTests.Written(writer);
    }
}
