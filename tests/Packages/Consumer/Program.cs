// Trains a library's network; knows of StaticNet by that library only.
using System.Runtime.InteropServices;
using Library;
using StaticNet;
using StaticNet.Data;

var (inputs, labels) = TwoMoons.Generate<float>(200, noise: 0.2, seed: 0);
var network = new MoonNet(seed: 1);
var sgd = new Sgd<float> { LearningRate = 1f };
for (int epoch = 0; epoch < 200; epoch++)
    network.TrainBatch(inputs, labels, sgd);
Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(network.Parameters)));
