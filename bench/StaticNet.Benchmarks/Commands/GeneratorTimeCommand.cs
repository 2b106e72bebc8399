using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Benchmarks.Measuring;
using StaticNet.Generator;

namespace StaticNet.Benchmarks.Commands;

/// <summary>
/// What the source generator adds to a build: its first run in this process, on a compiler that is warm already, and its run after
/// an edit in a file that has nothing to do with it, as an editor makes one with every key.
/// </summary>
internal static class GeneratorTimeCommand
{
    private const int Edits = 200;

    private const string Networks =
        """
        using StaticNet;
        [Network(Input = 2, Hidden = 3, Output = 2)] public partial class MoonNet;
        [Network(Input = 16, HiddenLayers = [64, 64], Output = 4)] public partial class DeepNet;
        [Network(Input = 784, Hidden = 32, Output = 10)] public partial class ImageNet;
        [Network(Input = 4, HiddenLayers = [32, 16], Output = 4, OutputActivation = Activation.Identity)] public partial class MatrixNet;
        """;

    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args.Length > 0)
            return Usage.Mistake($"Unknown option {args[0]}.");
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var other = CSharpSyntaxTree.ParseText(Other(0), options);
        var compilation = CSharpCompilation.Create(
            "Timed",
            [CSharpSyntaxTree.ParseText(Networks, options), other],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        // First a generator that does next to nothing: the compiler's own code is compiled by the JIT here, which in a build server
        // it is long since, and its own share of an edit is told apart.
        double share = Edit(new NameCounter(), options, compilation, other, out _, out _);
        double edit = Edit(new NetworkGenerator(), options, compilation, other, out double cold, out var sources);
        if (sources.Length != 4)
            throw new InvalidOperationException($"Expected four networks, got {sources.Length}.");

        int largest = sources.Max(source => source.SourceText.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # source generator, four networks; milliseconds of processor time
            cold {cold:F2}
            unrelated-edit {edit:F3}
            # of which the compiler takes, whatever the generator
            compiler {share:F3}
            # characters of the largest file
            largest {largest}
            """));
        return 0;
    }

    /// <returns>The median time of a run after an edit elsewhere.</returns>
    private static double Edit(
        IIncrementalGenerator generator, CSharpParseOptions options, Compilation compilation, SyntaxTree other, out double cold, out GeneratedSourceResult[] sources)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options);
        cold = Time(ref driver, compilation);
        sources = [.. driver.GetRunResult().Results.Single().GeneratedSources];
        var times = new double[Edits];
        for (int i = 0; i < Edits; i++)
        {
            var next = CSharpSyntaxTree.ParseText(Other(i + 1), options);
            compilation = compilation.ReplaceSyntaxTree(other, next);
            other = next;
            times[i] = Time(ref driver, compilation);
        }

        Array.Sort(times);
        return times[Edits / 2];
    }

    private static double Time(ref GeneratorDriver driver, Compilation compilation)
    {
        double start = CpuClock.Nanoseconds;
        driver = driver.RunGenerators(compilation);
        return (CpuClock.Nanoseconds - start) / 1e6;
    }

    private static string Other(int edit) => $"internal static class Other {{ public static int Value() => {edit.ToString(CultureInfo.InvariantCulture)}; }}";

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "StaticNet.dll")
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>Uses the same services of the compiler and does next to nothing with them.</summary>
    private sealed class NameCounter : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var found = context.SyntaxProvider
                .ForAttributeWithMetadataName("StaticNet.NetworkAttribute", static (_, _) => true, static (target, _) => target.TargetSymbol.Name)
                .Collect();
            context.RegisterSourceOutput(found, static (output, names) => output.AddSource("Names.g.cs", $"// {names.Length}"));
        }
    }
}
