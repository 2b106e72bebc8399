using StaticNet.Onnx;
using StaticNet.Serialization;

namespace StaticNet.Tool.Tests;

/// <summary>Files that are something else than the command takes them for: the first thing said is what is wrong with them.</summary>
public sealed class DoubtfulFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private ToolRun Run(params string[] arguments) => ToolRun.Of(_folder, arguments);

    [Fact]
    public void Files_of_optimizers_are_told_from_networks()
    {
        new Adam<float>(Moon.ParameterCount).Save(At("adam.safetensors"));
        Run("inspect", "adam.safetensors").AssertFailed(1, "adam.safetensors: Expected a file of a network; it says that it is a staticnet-optimizer: what an optimizer remembers.");
    }

    [Theory]
    [InlineData(new[] { 3, 2 }, new[] { 3 }, new[] { 2, 4 }, "2.weight", 1f, "Expected '2.weight' to be [2, 3]; it is F32[2, 4].")]
    [InlineData(new[] { 3, 2 }, new[] { 4 }, new[] { 2, 3 }, "2.weight", 1f, "Expected '0.bias' to be [3]; it is F32[4].")]
    [InlineData(new[] { 3, 2 }, new[] { 3 }, new[] { 2, 3 }, "2.weight", float.NaN, "A number in '0.weight' is NaN or infinite.")]
    [InlineData(new[] { 3, 2 }, new[] { 3 }, new[] { 2, 3 }, "1.weight", 1f, "there is no tensor '2.weight'. There are: 0.weight, 0.bias, 1.weight, 2.bias.")]
    [InlineData(new[] { 6 }, new[] { 3 }, new[] { 2, 3 }, "2.weight", 1f, "Expected '0.weight' to be a matrix; it is F32[6].")]
    [InlineData(new[] { 0, 2 }, new[] { 0 }, new[] { 2, 0 }, "2.weight", 1f, "Expected sizes of at least 1, got 0 at 1.")]
    [InlineData(new[] { 3, 2 }, new[] { 3 }, new[] { 2, 3 }, "2.weight", 1f, "does not tell its activations")]
    public void What_is_wrong_with_a_file_of_PyTorch_comes_before_its_activations(int[] first, int[] bias, int[] second, string name, float number, string message)
    {
        var writer = new SafeTensorsWriter();
        Add("0.weight", first);
        Add("0.bias", bias);
        Add(name, second);
        Add("2.bias", [2]);
        AtomicFile.Write(At("torch.safetensors"), writer.WriteTo);
        Run("inspect", "torch.safetensors").AssertFailed(1, message);

        void Add(string tensor, int[] shape)
        {
            float[] numbers = new float[shape.Aggregate(1, (product, size) => product * size)];
            Array.Fill(numbers, number);
            writer.Add<float>(tensor, numbers, shape);
        }
    }

    [Theory]
    [InlineData("moon.safetensors")]
    [InlineData("moon.onnx")]
    public void Activations_that_contradict_the_file_are_refused(string name)
    {
        var network = new Moon(3);
        network.Save(At("moon.safetensors"));
        OnnxFile.Save(At("moon.onnx"), network);
        Run("inspect", name, "--activations", "tanh,softmax").AssertFine();
        Run("inspect", name, "--activations", "relu,softmax").AssertFailed(1, $"{name} is a network of 2 → 3 tanh → 2 softmax; --activations says Relu,Softmax.");
        Run("inspect", name, "--activations", "softmax").AssertFailed(1, $"{name} is a network of 2 → 3 tanh → 2 softmax; --activations says Softmax.");
    }

    [Fact]
    public void Samples_that_cannot_calibrate_are_a_file_that_does_not_fit()
    {
        new Precise(3).Save(At("net.safetensors"));
        File.WriteAllText(At("large.csv"), "x,y\n1e300,1\n");
        Run("export", "net.safetensors", "--header", "net.h", "--int8", "large.csv").AssertFailed(1, "large.csv: ");
        Assert.False(File.Exists(At("net.h")));
    }
}
