namespace StaticNet.Tests.CExport;

/// <summary>The C of a network computes the bits of <c>Forward</c>, whatever the compiler makes of it.</summary>
[Trait("Category", "Sweep")]
public class ForwardTests
{
    private static IReadOnlyList<CSubject> All =>
    [
        .. CSubjects.Generated(), .. Some, .. CSubjects.Hidden<float>(), .. CSubjects.Hidden<double>(), .. CSubjects.Random<float>(15), .. CSubjects.Random<double>(15),
    ];

    private static IReadOnlyList<CSubject> Some =>
    [
        .. CSubjects.Outputs<float>(), .. CSubjects.Outputs<double>(), .. CSubjects.Chains<float>(), .. CSubjects.Chains<double>(),
    ];

    [Fact]
    public void Every_network_has_the_bits_of_Forward_without_a_library() =>
        CProgram.Check(All, useLibm: false, "gcc", "-std=c99", "-O2", "-ffp-contract=off");

    [Fact]
    public void Every_network_has_the_bits_of_Forward_with_the_mathematics_library() =>
        CProgram.Check(All, useLibm: true, "gcc", "-std=c99", "-O2", "-ffp-contract=off");

    /// <summary>Some may use all instructions of this processor, and fuse operations unless they are told otherwise: the header does tell them.</summary>
    [Theory]
    [InlineData(false, "gcc", "-std=c99 -O0")]
    [InlineData(false, "gcc", "-std=c99 -O3")]
    [InlineData(false, "gcc", "-std=gnu17 -O3 -march=native -ffp-contract=fast")]
    [InlineData(true, "gcc", "-std=gnu17 -O1 -march=native -ffp-contract=fast")]
    [InlineData(false, "g++", "-xc++ -std=c++11 -O1")]
    [InlineData(true, "g++", "-xc++ -std=gnu++17 -O2 -march=native -ffp-contract=fast")]
    [InlineData(false, "clang", "-std=c99 -O2")]
    [InlineData(true, "clang", "-std=gnu17 -O3 -march=native -ffp-contract=on")]
    public void Every_function_has_its_bits_with_every_compiler(bool useLibm, string compiler, string arguments)
    {
        // GCC has to be there, Clang need not.
        if (compiler != "clang" || Native.Has(compiler))
            CProgram.Check(Some, useLibm, compiler, arguments.Split(' '));
    }
}
