using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Parsing;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Caching;

/// <summary>What the steps hand on is plain data: it keeps no compilation alive, in an editor that makes one a keystroke.</summary>
public sealed class ModelTests
{
    private const string Source = """
        namespace App;
        public partial class Outer
        {
            [Network(Input = 2, HiddenLayers = new[] { 3, 4 }, Output = 2, HiddenActivation = Activation.Gelu, Dropouts = new[] { 0.2, 0 })] internal partial class Net { }
        }
        """;

    [Theory]
    [InlineData("Parse")]
    [InlineData("Spec")]
    [InlineData("Plan")]
    public void A_step_hands_on_plain_data(string step)
    {
        var run = GeneratorHarness.Run(Source);
        var steps = Assert.Single(run.Driver.GetRunResult().Results).TrackedSteps[step];
        object value = Assert.Single(steps.SelectMany(tracked => tracked.Outputs)).Value;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        // Findings need their location, and go to the compiler directly.
        Walk(value is ParseResult parsed ? parsed.Spec : value, step, seen);
        Assert.True(seen.Count > 3, "The walk found next to nothing; does it still see the model?");
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        var type = value.GetType();
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or Diagnostic or AttributeData or Delegate, $"{path} holds a {type}.");
        if (!type.IsValueType && !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", seen);
        }

        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }

    [Fact]
    public void Equal_topologies_are_equal_plans()
    {
        object First() => Assert.Single(GeneratorHarness.Run(Source).Driver.GetRunResult().Results[0].TrackedSteps["Plan"]).Outputs[0].Value;
        Assert.Equal(First(), First());
        Assert.Equal(First().GetHashCode(), First().GetHashCode());
    }

    [Fact]
    public void An_old_compilation_is_collected()
    {
        var (old, driver) = RunTwice();
        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive, "The generator's state keeps an old compilation alive.");
        GC.KeepAlive(driver);
    }

    /// <summary>In a method of its own, so that no local variable of the test keeps the first compilation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Old, GeneratorDriver Driver) RunTwice()
    {
        var options = HarnessOptions.Strict;
        var first = GeneratorHarness.Compile([Source], options);
        var driver = GeneratorHarness.Driver(options).RunGenerators(first);
        var second = first.ReplaceSyntaxTree(
            first.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Source.Replace("Output = 2", "Output = 3"), options.ToParseOptions(), "File0.cs"));
        return (new WeakReference(first), driver.RunGenerators(second));
    }
}
