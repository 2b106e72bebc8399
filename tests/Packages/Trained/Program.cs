// Trains a network, as a class and as a value, and prints the bits of its parameters; writes them to the file that is named, if one is.
using System.Runtime.InteropServices;
using StaticNet;
using StaticNet.Data;

var (inputs, labels) = TwoMoons.Generate<float>(200, noise: 0.2, seed: 0);
var network = new MoonNet(seed: 1);
var sgd = new Sgd<float> { LearningRate = 1f };
for (int epoch = 0; epoch < 200; epoch++)
    network.TrainBatch(inputs, labels, sgd);
var value = new MoonValue(seed: 1);
for (int epoch = 0; epoch < 200; epoch++)
    value.TrainBatch(inputs, labels, sgd);
if (!value.Parameters.SequenceEqual(network.Parameters))
    throw new InvalidOperationException("The value has other bits than the class.");
if (args is [string file])
    network.SaveJson(file);
Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(network.Parameters)));

[Network(Input = 2, Hidden = 3, Output = 2)]
public partial class MoonNet;

[Network(Input = 2, Hidden = 3, Output = 2)]
public partial struct MoonValue;
