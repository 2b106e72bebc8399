using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Determinism;

/// <summary>Many threads that infer on one network at the same time get what one alone gets.</summary>
public class ThreadTests
{
    [Theory]
    [InlineData("Shapes.Tiny")]
    [InlineData("Shapes.Wide")]
    [InlineData("Shapes.WideDeep")]
    [InlineData("Shapes.LargeGradient")]
    public void Inference(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(111);
            var samples = new Samples<T>(info, 90, 112);
            T[] alone = Everything();
            var threads = Enumerable.Range(0, 8).Select(_ => new Worker<T>(Everything, alone)).ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Finish();

            T[] Everything()
            {
                T[] outputs = new T[samples.Targets.Length], output = new T[info.OutputSize];
                var labels = new int[samples.Count];
                network.ForwardBatch(samples.Inputs, outputs);
                network.Forward(samples.Input(7), output);
                List<T> results = [.. outputs, .. output, network.LossBatch(samples.Inputs, samples.Targets), network.Loss(samples.Input(3), samples.Target(3))];
                if (network is IClassifier<T> classifier)
                {
                    classifier.PredictBatch(samples.Inputs, labels);
                    results.AddRange(labels.Append(classifier.Predict(samples.Input(5))).Select(T.CreateChecked));
                }

                return [.. results];
            }
        }
    }

    private sealed class Worker<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Thread _thread;
        private Exception? _exception;

        public Worker(Func<T[]> work, T[] expected) => _thread = new Thread(() => _exception = Record.Exception(() =>
        {
            for (int i = 0; i < 100; i++)
                Bits.AssertEqual<T>(expected, work(), "result");
        }));

        public void Start() => _thread.Start();

        public void Finish()
        {
            _thread.Join();
            Assert.Null(_exception);
        }
    }
}
