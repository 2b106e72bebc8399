using System;
using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Probe
{
    /// <summary>How long some work takes, and what it allocates. For ratios between runtimes on one machine.</summary>
    public static class Timing
    {
        /// <returns>0 if not one byte was allocated.</returns>
        public static int Print()
        {
            var random = new SplitMix64(3);
            float[] inputs = new float[200 * 2], wide = new float[200 * 16], outputs = new float[2], wideOutputs = new float[4];
            int[] labels = new int[200], wideLabels = new int[200];
            for (int i = 0; i < wide.Length; i++)
                wide[i] = (float)random.NextDouble();
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = (float)random.NextDouble();
            for (int i = 0; i < labels.Length; i++)
                (labels[i], wideLabels[i]) = (random.Next(2), random.Next(4));
            var moons = new Single.Moons(1);
            var deep = new Single.Deep(1);
            var sgd = new Sgd<float> { LearningRate = 1e-4f };
            var adam = new Adam<float>(Single.Deep.ParameterCount);

            long bytes = 0;
            bytes += Measure("2-3-2: a batch of 200, trained", 400, () => moons.TrainBatch(inputs, labels, sgd));
            bytes += Measure("2-3-2: one sample, forward", 200_000, () => moons.Forward(inputs.AsSpan(0, 2), outputs));
            bytes += Measure("2-3-2: one sample, trained", 100_000, () => moons.TrainStep(inputs.AsSpan(0, 2), labels[0], 1e-4f));
            bytes += Measure("16-64-64-4: a batch of 200, trained", 6, () => deep.TrainBatch(wide, wideLabels, adam));
            bytes += Measure("16-64-64-4: one sample, forward", 3_000, () => deep.Forward(wide.AsSpan(0, 16), wideOutputs));
            return bytes == 0 ? 0 : 1;
        }

        private static long Measure(string what, int times, Action action)
        {
            for (int i = 0; i < times; i++)
                action();
            long before = GC.GetAllocatedBytesForCurrentThread();
            double best = double.MaxValue;
            for (int attempt = 0; attempt < 5; attempt++)
            {
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < times; i++)
                    action();
                best = Math.Min(best, (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / times);
            }

            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,-38} {1,12:n0} ns, {2} bytes", what, best, bytes));
            return bytes;
        }
    }
}
