using System.Globalization;
using System.Text;
using System.Text.Json;
using StaticNet.Data;
using StaticNet.Onnx;
using StaticNet.Serialization;

namespace StaticNet.Tool.Tests;

/// <summary>The program, command by command.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private ToolRun Run(params string[] arguments) => ToolRun.Of(_folder, arguments);

    [Fact]
    public void Inspect_tells_topology_size_and_numbers()
    {
        var network = new Moon(3);
        network.Save(At("moon.safetensors"), new Scaler<float>([1, 2], [0.5f, 4]));
        string output = Run("inspect", "moon.safetensors").AssertFine();
        Assert.Contains("topology      2 → 3 tanh → 2 softmax", output);
        Assert.Contains("parameters    17 of type float, 68 bytes", output);
        Assert.Contains("multiply-adds 12 a forward pass", output);
        Assert.Contains("self-test passed", output);
        Assert.Contains("inputs        scaled: (x − offset)·factor, offset [1, 2], factor [0.5, 4]", output);
        string line = Assert.Single(output.Split('\n'), text => text.StartsWith("W2", StringComparison.Ordinal));
        string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        float[] weights = network.W2.ToArray();
        Assert.Equal(["W2", "3", "×", "2", Text(weights.Min()), Text(weights.Max()), Text(weights.Average(weight => (double)weight))], cells[..7]);

        static string Text(double number) => number.ToString("G5", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Convert_there_and_back_gives_the_same_bits()
    {
        var network = new Precise(3);
        network.Save(At("a.safetensors"));
        Run("convert", "a.safetensors", "b.onnx").AssertFine();
        Run("convert", "b.onnx", "c.safetensors").AssertFine();
        Assert.Equal(File.ReadAllBytes(At("a.safetensors")), File.ReadAllBytes(At("c.safetensors")));
        Run("convert", "c.safetensors", "d.json").AssertFine();
        network.SaveJson(At("e.json"));
        Assert.Equal(File.ReadAllText(At("e.json")), File.ReadAllText(At("d.json")));
    }

    [Fact]
    public void Files_of_PyTorch_need_their_activations()
    {
        var network = new Moon(3);
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("format", "pt");
        writer.Add<float>("0.weight", [.. Enumerable.Range(0, 6).Select(i => network.W1[(i % 2 * 3) + (i / 2)])], 3, 2);
        writer.Add<float>("0.bias", network.B1, 3);
        writer.Add<float>("2.weight", [.. Enumerable.Range(0, 6).Select(i => network.W2[(i % 3 * 2) + (i / 3)])], 2, 3);
        writer.Add<float>("2.bias", network.B2, 2);
        AtomicFile.Write(At("torch.safetensors"), writer.WriteTo);
        Run("inspect", "torch.safetensors").AssertFailed(1, "--activations Tanh,Softmax");
        Run("convert", "torch.safetensors", "moon.safetensors", "--activations", "tanh, softmax").AssertFine();
        Assert.Equal(network.Parameters.ToArray(), Moon.Load(At("moon.safetensors")).Parameters.ToArray());
        Run("inspect", "torch.safetensors", "--activations", "tanh").AssertFailed(1, "there is '2.weight', too");
        Run("inspect", "torch.safetensors", "--activations", "tanh,step").AssertFailed(2, "got 'step'");
        Run("inspect", "torch.safetensors", "--activations", "1,9").AssertFailed(2, "got '1'");
        Run("inspect", "torch.safetensors", "--activations", "softmax,tanh").AssertFailed(2, "Expected Softmax in the output layer only");
    }

    [Fact]
    public void What_is_wrong_with_an_ONNX_model_is_told_in_either_precision()
    {
        Spoil("single.onnx", () => OnnxFile.Save(At("single.onnx"), new Moon(3)), "2-3-2", "2-4-2");
        Run("inspect", "single.onnx").AssertFailed(1, "Expected staticnet.layers to be 2-3-2");
        Spoil("double.onnx", () => OnnxFile.Save(At("double.onnx"), new Precise(3)), "2-3-1", "2-4-1");
        Run("inspect", "double.onnx").AssertFailed(1, "Expected staticnet.layers to be 2-3-1");

        void Spoil(string name, Action save, string text, string other)
        {
            save();
            File.WriteAllText(At(name), File.ReadAllText(At(name), Encoding.Latin1).Replace(text, other), Encoding.Latin1);
        }
    }

    [Fact]
    public void Predict_scales_computes_and_scales_back()
    {
        var network = new Precise(3);
        var inputs = new Scaler<double>([1, 2], [0.5, 4]);
        var targets = new Scaler<double>([3], [0.125]);
        network.Save(At("net.safetensors"), inputs, targets);
        File.WriteAllText(At("in.csv"), "name,b,a\nx,2.5,1.5\ny,-1,0\n");
        string[] lines = Run("predict", "--weights", "net.safetensors", "--csv", "in.csv", "--columns", "a,b").AssertFine().Split('\n');
        Assert.Equal(("output0", "", 4), (lines[0], lines[3], lines.Length));
        double[][] rows = [[1.5, 2.5], [0, -1]];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] output = new double[1];
            inputs.Transform(rows[i]);
            network.Forward(rows[i], output);
            targets.Inverse(output);
            Assert.Equal(output[0], double.Parse(lines[i + 1], CultureInfo.InvariantCulture));
        }

        Run("predict", "--weights", "net.safetensors", "--csv", "in.csv").AssertFailed(1, "Expected 2 columns of inputs, got 3: name, b, a. Name those that are inputs, as in --columns x,y.");
        Run("predict", "--weights", "net.safetensors", "--csv", "in.csv", "--columns", "a,c").AssertFailed(1, "'c'");
    }

    [Fact]
    public void Predict_tells_the_class_of_a_classifier()
    {
        var network = new Moon(3);
        network.Save(At("moon.safetensors"));
        File.WriteAllText(At("in.csv"), "x,y\n1.5,2.5\n-3,0.25\n0,1\n");
        Run("predict", "--weights", "moon.safetensors", "--csv", "in.csv", "--output", "out.csv").AssertFine();
        string[] lines = File.ReadAllLines(At("out.csv"));
        Assert.Equal("class,output0,output1", lines[0]);
        float[][] rows = [[1.5f, 2.5f], [-3, 0.25f], [0, 1]];
        Assert.Equal(rows.Select(row => network.Predict(row).ToString(CultureInfo.InvariantCulture)), lines[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Export_writes_a_header_of_floats_or_of_integers()
    {
        var network = new Moon(3);
        network.Save(At("moon.safetensors"));
        Run("export", "moon.safetensors", "--c", "moon-net.h").AssertFine();
        var expected = new StringWriter();
        NetworkModel<float>.Of(network).ExportC(expected, new CExportOptions { Name = "moon_net" });
        Assert.Equal(expected.ToString(), File.ReadAllText(At("moon-net.h")));
        File.WriteAllText(At("in.csv"), "x,y\n1.5,2.5\n-3,0.25\n0,1\n");
        Run("export", "moon.safetensors", "-c", "small.h", "--name", "tiny", "--int8", "in.csv").AssertFine();
        Assert.Contains("tiny_forward(const int8_t", File.ReadAllText(At("small.h")));
        string small = File.ReadAllText(At("small.h"));
        File.WriteAllText(At("labelled.csv"), "kind,y,x\na,2.5,1.5\nb,0.25,-3\na,1,0\n");
        Run("export", "moon.safetensors", "--c=small.h", "--name", "tiny", "--int8", "labelled.csv", "--columns", "x,y").AssertFine();
        Assert.Equal(small, File.ReadAllText(At("small.h")));
        Run("export", "moon.safetensors", "--c", "bad.h", "--name", "2moon").AssertFailed(2, "2moon");
        Run("export", "moon.safetensors", "--c", "bad.h", "--libm", "--int8", "in.csv").AssertFailed(2, "Expected --libm or --int8, got both");
        Run("export", "moon.safetensors", "--c", "bad.h", "--int8", "labelled.csv").AssertFailed(1, "got 3: kind, y, x. Name those that are inputs, as in --columns x,y.");
        Run("export", "moon.safetensors", "--c", "bad.h", "--columns", "x,y").AssertFailed(2, "Expected --int8 with --columns");
        Run("export", "moon.safetensors").AssertFailed(2, "header");
        Run("export", "moon.safetensors", "--name", "moon", "--header").AssertFailed(2, "Expected a value behind --header.");
        Assert.False(File.Exists(At("__default_command")));
        Assert.False(File.Exists(At("bad.h")));
    }

    [Fact]
    public void Formats_without_scaling_take_that_of_inputs_into_the_first_layer()
    {
        var network = new Moon(3);
        network.Save(At("moon.safetensors"), new Scaler<float>([1, 2], [0.5f, 4]));
        var run = Run("convert", "moon.safetensors", "moon.json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Warning: the scaling of inputs is now in the first layer", run.Errors);
        using var json = JsonDocument.Parse(File.ReadAllText(At("moon.json")));
        Assert.Equal(network.W1[0] * 0.5f, json.RootElement.GetProperty("0.weight")[0][0].GetSingle(), 1e-6f);
    }

    [Fact]
    public void Mistakes_are_a_line_on_standard_error_and_an_exit_code()
    {
        File.WriteAllText(At("broken.safetensors"), "no network");
        File.WriteAllText(At("broken.onnx"), "no network");
        Run("inspect", "not.safetensors").AssertFailed(1, "not.safetensors");
        Run("inspect", "broken.safetensors").AssertFailed(1, "broken.safetensors");
        Run("inspect", "broken.onnx").AssertFailed(1, "broken.onnx");
        Run("inspect", "weights.json").AssertFailed(2, "Expected a file that ends in .safetensors or .onnx");
        Run("inspect").AssertFailed(2, "");
        Run("dance").AssertFailed(2, "dance");
        Run("predict", "--csv", "in.csv").AssertFailed(2, "weights");
        new Moon().Save(At("moon.safetensors"));
        Run("convert", "moon.safetensors", "moon.txt").AssertFailed(2, "got 'moon.txt'");
        Run("convert", "moon.safetensors", "no/such/folder.onnx").AssertFailed(1, "Expected a file in a folder that exists; that of 'no/such/folder.onnx' does not.");
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", Run("--version").AssertFine());
        foreach (string command in new[] { "inspect", "convert", "export", "predict" })
            Assert.Contains("USAGE", Run(command, "--help").AssertFine());
    }
}

[Network(Input = 2, Hidden = 3, Output = 2)]
internal sealed partial class Moon;

[Network(Input = 2, Hidden = 3, Output = 1, HiddenActivation = Activation.Gelu, OutputActivation = Activation.Identity, Precision = Precision.Double)]
internal sealed partial class Precise;
