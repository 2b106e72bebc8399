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
    public void A_symbolic_link_stays_one_and_its_target_is_replaced()
    {
        string store = Directory.CreateDirectory(Path.Combine(_folder, "store")).FullName;
        File.WriteAllBytes(Path.Combine(store, "1.bin"), [1]);
        File.CreateSymbolicLink(Path.Combine(_folder, "latest"), "store/1.bin");
        File.CreateSymbolicLink(Target, "latest");
        AtomicFile.Write(Target, stream => stream.Write([2]));
        Assert.Equal(("latest", "store/1.bin"), (new FileInfo(Target).LinkTarget, new FileInfo(Path.Combine(_folder, "latest")).LinkTarget));
        Assert.Equal([2], File.ReadAllBytes(Path.Combine(store, "1.bin")));
        File.Delete(Path.Combine(store, "1.bin"));
        AtomicFile.Write(Target, stream => stream.Write([3]));
        Assert.Equal([3], File.ReadAllBytes(Path.Combine(store, "1.bin")));
        Assert.Single(Directory.GetFiles(store));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    public void The_permissions_of_a_file_stay(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllBytes(Target, [1]);
        File.SetUnixFileMode(Target, mode);
        AtomicFile.Write(Target, stream => stream.Write([2]));
        Assert.Equal(mode, File.GetUnixFileMode(Target));
        Assert.Equal([2], File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var make = System.Diagnostics.Process.Start("mkfifo", Target))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var read = Task.Run(() => File.ReadAllBytes(Target), TestContext.Current.CancellationToken);
        AtomicFile.Write(Target, stream => stream.Write([1, 2, 3]));
        Assert.Equal([1, 2, 3], await read.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(_folder));
        // A regular file would have the length of its content.
        Assert.Equal(0, new FileInfo(Target).Length);
    }

    [Fact]
    public void A_device_is_written_to_and_stays()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Target, "/dev/null");
        AtomicFile.Write(Target, stream => stream.Write([1, 2, 3]));
        AtomicFile.Write("/dev/null", stream => stream.Write([1, 2, 3]));
        Assert.Empty(File.ReadAllBytes("/dev/null"));
        Assert.Equal("/dev/null", new FileInfo(Target).LinkTarget);
    }

    [Fact]
    public void An_empty_file_is_replaced_like_any_other()
    {
        File.WriteAllBytes(Target, []);
        var thrown = new InvalidTimeZoneException();
        Assert.Throws<InvalidTimeZoneException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write([1]);
            throw thrown;
        }));
        Assert.Empty(File.ReadAllBytes(Target));
    }

    [Fact]
    public void Errors_name_the_path_that_was_asked_for()
    {
        string inside = Path.Combine(_folder, "none", "x");
        Assert.Equal($"Expected a file in a folder that exists; that of '{inside}' does not.", Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(inside, _ => { })).Message);
        Assert.Equal($"Expected a file; '{_folder}' is a folder.", Assert.Throws<IOException>(() => AtomicFile.Write(_folder, _ => { })).Message);
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
