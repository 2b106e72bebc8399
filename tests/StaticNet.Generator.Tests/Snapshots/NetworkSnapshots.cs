using System.Reflection;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Weights;

namespace StaticNet.Generator.Tests.Snapshots;

/// <summary>The generated source, for people to read: one network for each thing that makes it different.</summary>
public sealed class NetworkSnapshots
{
    [Fact]
    public void MoonNet() => Verify("""
        namespace Moons;

        [Network(Input = 2, Hidden = 3, Output = 2)]
        public partial class MoonNet;
        """);

    [Fact]
    public void FrozenMoonNet() => Verify(
        """
        namespace Moons;

        [Network(Input = 2, Hidden = 3, Output = 2, Weights = "moon.weights.json", Frozen = true)]
        public static partial class MoonNet;
        """,
        HarnessOptions.Strict with { Files = [("moon.weights.json", BakedWeightsTests.Moon)] });

    [Fact]
    public void NoHiddenLayer() => Verify("""
        namespace Flowers;

        [Network(Input = 4, Output = 3)]
        public partial class SoftmaxRegression;
        """);

    [Fact]
    public void OneSigmoidOutput() => Verify("""
        namespace Gates;

        [Network(Input = 2, Hidden = 2, Output = 1)]
        public partial class Xor;
        """);

    [Fact]
    public void RegressionInDouble() => Verify("""
        namespace Control;

        [Network(Input = 3, Hidden = 4, Output = 1, OutputActivation = Activation.Identity, Loss = LossFunction.Huber, Precision = Precision.Double)]
        public partial class Observer;
        """);

    [Fact]
    public void SeveralHiddenLayers() => Verify("""
        namespace Game;

        [Network(Input = 4, HiddenLayers = [8, 8], Output = 2, HiddenActivations = [Activation.Relu, Activation.Tanh])]
        public partial class Brain;
        """);

    [Fact]
    public void LoopsPastTheBudget() => Verify("""
        namespace Audio;

        [Network(Input = 16, Hidden = 64, Output = 4)]
        public partial class Classifier;
        """);

    [Fact]
    public void PreActivationsKept() => Verify("""
        namespace Audio;

        [Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = Activation.Gelu)]
        public partial class Smooth;
        """);

    [Fact]
    public void SoftmaxWithSquaredError() => Verify("""
        namespace Classic;

        [Network(Input = 2, Hidden = 2, Output = 3, Loss = LossFunction.MeanSquaredError)]
        public partial class Brier;
        """);

    [Fact]
    public void SumReduction() => Verify("""
        namespace Moons;

        [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
        public partial class TutorialNet;
        """);

    [Fact]
    public void NestedInTheGlobalNamespace() => Verify("""
        internal partial struct Outer
        {
            public partial interface IInner
            {
                [Network(Input = 1, Output = 2)]
                internal sealed partial class @event;
            }
        }
        """);

    [Fact]
    public void WideLayers() => Verify("""
        namespace Digits;

        [Network(Input = 784, Hidden = 128, Output = 10, HiddenActivation = Activation.Relu)]
        public partial class Reader;
        """);

    [Fact]
    public void DropoutInTraining() => Verify("""
        namespace Flowers;

        [Network(Input = 4, Hidden = 16, Output = 3, HiddenActivation = Activation.Relu, Dropout = 0.2)]
        public partial class Iris;
        """);

    [Fact]
    public void ValueType() => Verify("""
        namespace Game;

        [Network(Input = 8, Hidden = 16, Output = 4)]
        public partial struct Brain
        {
            public int Score;
        }
        """);

    [Fact]
    public void UnsafeAllowed() => Verify("""
        namespace Moons;

        [Network(Input = 2, Hidden = 3, Output = 2)]
        public partial class MoonNet;
        """,
        new HarnessOptions { Unsafe = true });

    [Fact]
    public void DotNetStandard() => Verify(
        """
        namespace Moons
        {
            [StaticNet.Network(Input = 2, Hidden = 3, Output = 2)]
            public partial class MoonNet { }
        }
        """,
        new HarnessOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9, References = References.Of("netstandard2.1") });

    [Fact]
    public void No_snapshot_is_stale()
    {
        var wanted = typeof(NetworkSnapshots)
            .GetMethods()
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => $"{nameof(NetworkSnapshots)}.{method.Name}{Snapshot.Verified}")
            .ToHashSet();
        var stale = Directory.GetFiles(ProjectFolder.Path, "*" + Snapshot.Verified, SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Snapshot.Folder || !wanted.Contains(Path.GetFileName(path)))
            .ToArray();
        if (Snapshot.Accepts)
            Array.ForEach(stale, File.Delete);
        else
            Assert.Empty(stale);
    }

    private static void Verify(string source, HarnessOptions? options = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        var run = GeneratorHarness.Run(source, options);
        run.AssertCompiles();
        Snapshot.Verify(string.Join("\n", run.Sources.Select(made => made.SourceText)), method: method);
    }
}
