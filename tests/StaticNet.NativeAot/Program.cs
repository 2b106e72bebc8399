// Prints fingerprints of what networks compute, for tests/native-aot.sh to compare; with "time", how long training takes.
// STARTED, where it is set, is when the process was started, in microseconds of Unix time: then the time to the first prediction too.
using System.Diagnostics;
using StaticNet;
using StaticNet.Data;
using StaticNet.Lanes;
using StaticNet.NativeAot;

int first = Baked.Predict([0.25f, -0.5f]);
long now = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / 10;
if (long.TryParse(Environment.GetEnvironmentVariable("STARTED"), out long started))
{
    Console.WriteLine($"first prediction, class {first}: {now - started} us");
    return;
}

var (inputs, labels) = TwoMoons.Generate<float>(200, 0.2, seed: 0);
if (args is ["time"])
{
    var timed = new Moons(1);
    var optimizer = new Sgd<float> { LearningRate = 1f };
    double best = double.PositiveInfinity;
    for (int round = 0; round < 5; round++)
    {
        long start = Stopwatch.GetTimestamp();
        for (int epoch = 0; epoch < 20_000; epoch++)
            timed.TrainBatch(inputs, labels, optimizer);
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    Console.WriteLine($"20,000 epochs of 2-3-2 on 200 samples, vectors of {(VectorWidth.Is512 ? 512 : VectorWidth.Is256 ? 256 : 128)} bits: {best:F1} ms");
    return;
}

float[] outputs = new float[400];
Baked.ForwardBatch(inputs, outputs);
Console.WriteLine($"baked        {Fingerprint.Of<float>(outputs)}");

var moons = new Moons(1);
var sgd = new Sgd<float> { LearningRate = 1f, L2 = 1e-4f };
for (int epoch = 0; epoch < 500; epoch++)
    moons.TrainBatch(inputs, labels, sgd);
for (int i = 0; i < 200; i++)
    moons.TrainStep(inputs.AsSpan(2 * i, 2), labels[i], 0.01f);
Console.WriteLine($"moons        {Fingerprint.Of<float>(moons.Parameters)}");

var (doubles, doubleLabels) = TwoMoons.Generate<double>(200, 0.2, seed: 0);
var moonsDouble = new MoonsDouble(1);
var momentum = new Momentum<double>(MoonsDouble.ParameterCount) { LearningRate = 0.001, Nesterov = true };
for (int epoch = 0; epoch < 500; epoch++)
    moonsDouble.TrainBatch(doubles, doubleLabels, momentum);
Console.WriteLine($"moons double {Fingerprint.Of<double>(moonsDouble.Parameters)}");

float[] targets = Array.ConvertAll(labels, label => (float)label);
var wide = new Wide(1);
var adam = new AdamW<float>(Wide.ParameterCount) { LearningRate = 0.01f };
for (int epoch = 0; epoch < 20; epoch++)
    wide.TrainBatch(inputs, targets, adam);
Console.WriteLine($"wide         {Fingerprint.Of<float>(wide.Parameters)}");
