using System;
using System.IO;
using StaticNet.Data;
using StaticNet.Serialization;

namespace StaticNet.Probe
{
    /// <summary>What a program does around its networks: data, training runs, files, evolution.</summary>
    public static class Library
    {
        private static Dataset<float> Moons()
        {
            var (inputs, labels) = TwoMoons.Generate<float>(200, 0.2, 0);
            return Dataset<float>.WithLabels(inputs, labels, 2);
        }

        /// <summary>A run with schedule, validation, weights of classes and a scaler.</summary>
        public static string Fit()
        {
            var data = Moons();
            data = Scaler<float>.Standard(data).Transform(data);
            var network = new Single.Moons(5);
            var options = new TrainingOptions
            {
                Epochs = 20, BatchSize = 16, Seed = 3, ValidationShare = 0.25, Schedule = new CosineSchedule(20), ClassWeights = new double[] { 1, 2 },
            };
            var result = Trainer.Fit(network, data, new Adam<float>(Single.Moons.ParameterCount) { LearningRate = 0.02f }, options);
            var fingerprint = new Fingerprint();
            fingerprint.Add(network.Parameters);
            foreach (var progress in result.History)
                fingerprint.Add(new[] { progress.Loss, progress.ValidationLoss, progress.Metric });
            return fingerprint.ToString();
        }

        /// <summary>A run that is saved in the middle, and goes on in another network.</summary>
        public static string Checkpoint()
        {
            var first = new Single.Dropping(1);
            var second = new Single.Dropping(2);
            var samples = Scaled();
            var options = new TrainingOptions { Epochs = 4, BatchSize = 8 };
            var run = new TrainingRun<float, AdamRule<float>>(first, samples, new Adam<float>(Single.Dropping.ParameterCount), options);
            for (int i = 0; i < 9; i++)
                run.Step();
            using var file = new MemoryStream();
            run.Save(file);
            file.Position = 0;
            var again = new TrainingRun<float, AdamRule<float>>(second, samples, new Adam<float>(Single.Dropping.ParameterCount), options);
            again.Load(file);
            while (!run.IsFinished)
                run.Step();
            while (!again.IsFinished)
                again.Step();
            if (!first.Parameters.SequenceEqual(second.Parameters))
                throw new InvalidOperationException("The run that went on ended elsewhere.");
            var fingerprint = new Fingerprint();
            fingerprint.Add(first.Parameters);
            return fingerprint.ToString();
        }

        /// <summary>The bytes of a network's file, and what comes out of it again.</summary>
        public static string SaveAndLoad()
        {
            var network = new Double.Mixed(9);
            using var file = new MemoryStream();
            network.Save(file);
            file.Position = 0;
            var loaded = Double.Mixed.Load(file);
            if (!network.Parameters.SequenceEqual(loaded.Parameters))
                throw new InvalidOperationException("Other parameters came out of the file.");
            string path = Path.GetTempFileName();
            network.Save(path);
            network.Save(path);
            Double.Mixed.Load(path);
            File.Delete(path);
            var fingerprint = new Fingerprint();
            foreach (byte part in file.ToArray())
                fingerprint.Add(part);
            return fingerprint.ToString();
        }

        /// <summary>Numbers of all magnitudes as text, with the fewest digits that give them back.</summary>
        public static string Digits()
        {
            var random = new SplitMix64(3);
            var single = new Single.Wide(0);
            var whole = new Double.WideDeep(0);
            for (int i = 0; i < single.Parameters.Length; i++)
                single.Parameters[i] = i % 3 == 0 ? (float)(random.Next() >> (i % 60)) : (float)Math.Pow(2, (i % 270) - 145) * (float)(i % 3 == 1 ? 1 : random.NextDouble());
            for (int i = 0; i < whole.Parameters.Length; i++)
                whole.Parameters[i] = i % 3 == 0 ? (double)(random.Next() >> (i % 60)) : random.NextDouble() * Math.Pow(2, (i % 1300) - 700);
            using var file = new MemoryStream();
            NetworkJson.Save(file, single);
            NetworkJson.Save(file, whole);
            var fingerprint = new Fingerprint();
            foreach (byte part in file.ToArray())
                fingerprint.Add(part);
            return fingerprint.ToString();
        }

        /// <summary>Some generations of an evolution strategy.</summary>
        public static string Evolve()
        {
            var network = new Single.Control(4);
            var strategy = new EvolutionStrategy<float>(network.Parameters, 16, 2);
            float[] fitness = new float[16], output = new float[2];
            for (int generation = 0; generation < 10; generation++)
            {
                strategy.Ask();
                for (int i = 0; i < fitness.Length; i++)
                {
                    strategy.Candidate(i).CopyTo(network.Parameters);
                    network.Forward(new[] { 0.5f, -0.25f }, output);
                    fitness[i] = -Math.Abs(output[0] - 0.3f) - Math.Abs(output[1] + 0.6f);
                }

                strategy.Tell(fitness);
            }

            var fingerprint = new Fingerprint();
            fingerprint.Add(strategy.Mean);
            return fingerprint.ToString();
        }

        private static Dataset<float> Scaled()
        {
            var random = new SplitMix64(8);
            float[] inputs = new float[40 * 3];
            int[] labels = new int[40];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = (float)random.NextDouble();
            for (int i = 0; i < labels.Length; i++)
                labels[i] = random.Next(2);
            return Dataset<float>.WithLabels(inputs, labels, 3);
        }
    }
}
