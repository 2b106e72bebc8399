using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using StaticNet;
using StaticNet.Data;

namespace Standard
{
    /// <summary>What a library does with networks, its bits in hexadecimal: a line for each thing.</summary>
    public static class Lab
    {
        public static IEnumerable<string> Lines()
        {
            yield return "class " + Adam();
            yield return "chunks " + Chunks();
            yield return "dropout " + Dropout();
            yield return "rows " + Fit();
            yield return "file " + SaveAndLoad();
            yield return "baked " + Bits<float>(Baked.Parameters);
            yield return "topology " + string.Join(", ", new MoonNet().LayerSizes());
        }

#if !NETSTANDARD2_0
        /// <summary>A value, trained as the class is: the same bits.</summary>
        public static string Value()
        {
            var (inputs, labels) = TwoMoons.Generate<float>(200, 0.2, 0);
            var networks = new[] { new MoonValue(1UL), new MoonValue(2UL) };
            var adam = new Adam<float>(MoonValue.ParameterCount) { LearningRate = 0.05f, L2 = 0.001f };
            for (int epoch = 0; epoch < 100; epoch++)
                networks[0].TrainBatch(inputs, labels, adam);
            return "class " + Bits<float>(networks[0].Parameters);
        }
#endif

        private static string Adam()
        {
            var (inputs, labels) = TwoMoons.Generate<float>(200, 0.2, 0);
            var network = new MoonNet(1);
            var adam = new Adam<float>(MoonNet.ParameterCount) { LearningRate = 0.05f, L2 = 0.001f };
            for (int epoch = 0; epoch < 100; epoch++)
                network.TrainBatch(inputs, labels, adam);
            return Bits<float>(network.Parameters);
        }

        /// <summary>A batch that is taken in parts, by two threads; its gradient is too long.</summary>
        private static string Chunks()
        {
            var (inputs, labels) = TwoMoons.Generate<float>(3000, 0.2, 0);
            var network = new MoonNet(1);
            var momentum = new Momentum<float>(MoonNet.ParameterCount) { ClipNorm = 0.1f, Nesterov = true };
            for (int epoch = 0; epoch < 20; epoch++)
                network.TrainBatch(inputs, labels, momentum, 2);
            return Bits<float>(network.Parameters);
        }

        private static string Dropout()
        {
            var (inputs, labels) = TwoMoons.Generate<double>(200, 0.2, 0);
            var network = new Dropping(1);
            var rule = new RmsProp<double>(Dropping.ParameterCount);
            for (int epoch = 0; epoch < 20; epoch++)
                network.TrainBatch(inputs, labels, rule);
            return Bits<double>(network.Parameters);
        }

        private static string Fit()
        {
            var (inputs, labels) = TwoMoons.Generate<float>(200, 0.2, 0);
            var network = new Wide(1);
            var options = new TrainingOptions { Epochs = 3, BatchSize = 32, Seed = 3, Schedule = new CosineSchedule(3) };
            Trainer.Fit(network, Dataset<float>.WithLabels(inputs, labels, 2), new AdamW<float>(Wide.ParameterCount), options);
            network.TrainStep(inputs.AsSpan(0, 2), labels[0], 0.01f);
            return Bits<float>(network.Parameters.Slice(0, 64));
        }

        private static string SaveAndLoad()
        {
            using var file = new MemoryStream();
            new MoonNet(7).Save(file);
            file.Position = 0;
            float[] output = new float[2];
            MoonNet.Load(file).Forward(new[] { 0.5f, -0.25f }, output);
            return Bits<float>(output) + " " + Bits<byte>(file.ToArray());
        }

        private static int[] LayerSizes<T>(this INetwork<T> network)
            where T : unmanaged =>
            network.Topology.LayerSizes.ToArray();

        private static string Bits<T>(ReadOnlySpan<T> numbers)
            where T : unmanaged =>
            BitConverter.ToString(MemoryMarshal.AsBytes(numbers).ToArray()).Replace("-", "");
    }
}
