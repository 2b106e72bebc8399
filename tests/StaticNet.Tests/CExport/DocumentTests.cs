using System.Text.RegularExpressions;
using StaticNet.Data;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.CExport;

/// <summary>The example of docs/c-export.md compiles as it says and prints what it says.</summary>
public class DocumentTests
{
    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        string page = File.ReadAllText(Path.Combine(ProjectFolder.Path, "../../docs/c-export.md"));
        using var folder = new TemporaryFolder();
        using (var header = File.CreateText(folder.File("moon_net.h")))
            QuickStart().ExportC(header, new() { Name = "moon_net" });
        File.WriteAllText(folder.File("main.c"), Block("c"));
        Assert.Equal(Block("text"), Native.Run("sh", folder.Path, "-c", Block("sh")));

        string Block(string language) => Regex.Match(page, $"```{language}\n(.+?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    /// <summary>As in the README.</summary>
    private static Shapes.Tiny QuickStart()
    {
        var (inputs, labels) = TwoMoons.Generate<float>(200, noise: 0.2, seed: 0);
        var network = new Shapes.Tiny(seed: 1);
        var sgd = new Sgd<float> { LearningRate = 1f };
        for (int epoch = 0; epoch < 2000; epoch++)
            network.TrainBatch(inputs, labels, sgd);
        return network;
    }
}
