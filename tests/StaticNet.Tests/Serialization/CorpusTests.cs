using StaticNet.Fuzz;

namespace StaticNet.Tests.Serialization;

/// <summary>The files that fuzzing begins with, and those that it found to take other ways through the reader.</summary>
public class CorpusTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Serialization", "Corpus");

    public static TheoryData<string> Files => [.. Directory.GetFiles(s_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Any other exception than a <see cref="StaticNet.Serialization.SafeTensorsException"/> comes out.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void File_is_read_or_refused_and_costs_little(string name)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(s_folder, name));
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isNetwork = Reading.Run(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        if (name.StartsWith("bad-", StringComparison.Ordinal))
            Assert.False(isNetwork);
    }

    [Theory]
    [InlineData("seed-golden")]
    [InlineData("seed-scaled")]
    [InlineData("seed-bare")]
    [InlineData("seed-f16")]
    [InlineData("seed-bf16")]
    [InlineData("seed-deep")]
    public void Good_file_is_read(string name) => Assert.True(Reading.Run(File.ReadAllBytes(Path.Combine(s_folder, name + ".safetensors"))));
}
