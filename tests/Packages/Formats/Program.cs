// Trains on a CSV file, and prints the bits of what an ONNX model of the network holds.
using System.Runtime.InteropServices;
using System.Text;
using StaticNet;
using StaticNet.Data;
using StaticNet.Onnx;

var (inputs, labels) = TwoMoons.Generate<float>(200, noise: 0.2, seed: 0);
var table = new StringBuilder("x,y,moon\n");
for (int i = 0; i < labels.Length; i++)
    table.Append(FormattableString.Invariant($"{inputs[2 * i]},{inputs[2 * i + 1]},{labels[i]}\n"));
File.WriteAllText("moons.csv", table.ToString());

var data = CsvFile.Load<float>("moons.csv", new CsvOptions { Label = "moon" });
var network = new MoonNet(seed: 1);
var sgd = new Sgd<float> { LearningRate = 1f };
for (int epoch = 0; epoch < 200; epoch++)
    network.TrainBatch(data.Inputs, data.Labels, sgd);
OnnxFile.Save("moons.onnx", network);
Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(OnnxFile.Read<float>("moons.onnx").Parameters)));

[Network(Input = 2, Hidden = 3, Output = 2)]
public partial class MoonNet;
