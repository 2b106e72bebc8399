using StaticNet.Serialization;

namespace StaticNet.Tests.Serialization;

/// <summary>A file is replaced as a whole or not at all, and nothing is left beside it.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "net.bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Creates_and_replaces()
    {
        AtomicFile.Write(Target, stream => stream.Write([1, 2, 3]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Target));
        AtomicFile.Write(Target, stream => stream.Write([4]));
        Assert.Equal([4], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Old_file_can_be_read_while_the_new_one_is_written()
    {
        File.WriteAllBytes(Target, [1]);
        AtomicFile.Write(Target, stream =>
        {
            stream.Write([2, 3]);
            stream.Flush();
            Assert.Equal([1], File.ReadAllBytes(Target));
        });
        Assert.Equal([2, 3], File.ReadAllBytes(Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Failure_leaves_what_was_there(bool existed)
    {
        if (existed)
            File.WriteAllBytes(Target, [1]);
        var thrown = new InvalidTimeZoneException();
        Assert.Same(thrown, Assert.Throws<InvalidTimeZoneException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write(new byte[100_000]);
            throw thrown;
        })));
        Assert.Equal(existed ? [Target] : [], Directory.GetFiles(_folder));
        if (existed)
            Assert.Equal([1], File.ReadAllBytes(Target));
    }

    [Fact]
    public void What_cannot_be_replaced_leaves_nothing_either()
    {
        string folder = Directory.CreateDirectory(Target).FullName;
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder, stream => stream.Write([1])));
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(Path.Combine(_folder, "none", "x"), _ => { }));
        Assert.Throws<ArgumentException>("path", () => AtomicFile.Write("", _ => { }));
        Assert.Throws<ArgumentNullException>("write", () => AtomicFile.Write(Target, null!));
    }
}
