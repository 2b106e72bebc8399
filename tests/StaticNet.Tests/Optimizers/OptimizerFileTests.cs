using StaticNet.Serialization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>Optimizers that are saved and loaded go on as if nothing had been.</summary>
public class OptimizerFileTests
{
    [Fact]
    public void Training_goes_on_to_the_bit()
    {
        Check(() => new Sgd<float> { LearningRate = 0.1f });
        Check(() => new Momentum<float>(Shapes.Tiny.ParameterCount) { Nesterov = true });
        Check(() => new RmsProp<float>(Shapes.Tiny.ParameterCount));
        Check(() => new Adam<float>(Shapes.Tiny.ParameterCount));
        Check(() => new AdamW<float>(Shapes.Tiny.ParameterCount));

        static void Check<TRule>(Func<Optimizer<float, TRule>> make)
            where TRule : struct, IUpdateRule<float>
        {
            float[] inputs = [0.1f, 0.2f, -0.3f, 0.4f];
            int[] labels = [0, 1];
            var network = new Shapes.Tiny(1);
            var optimizer = make();
            for (int i = 0; i < 5; i++)
                network.TrainBatch(inputs, labels, optimizer);
            optimizer.LearningRate = 0.05f;

            var file = new MemoryStream();
            optimizer.Save(file);
            file.Position = 0;
            var loaded = make();
            loaded.Load(file);
            Assert.Equal((5, 0.05f), (loaded.StepCount, loaded.LearningRate));
            var other = new Shapes.Tiny();
            network.Parameters.CopyTo(other.Parameters);
            for (int i = 0; i < 5; i++)
            {
                network.TrainBatch(inputs, labels, optimizer);
                other.TrainBatch(inputs, labels, loaded);
            }

            Bits.AssertEqual<float>(network.Parameters, other.Parameters, "parameter");
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_changed()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new Adam<float>(17).Save(path);
            Refused(path, "rule", new RmsProp<float>(17));
            Refused(path, "rule", new Adam<double>(17));
            Refused(path, "36 numbers in 'state'", new Adam<float>(18));
            new Shapes.Tiny().Save(path);
            Refused(path, "format staticnet-optimizer; the file has format staticnet-network", new Adam<float>(17));
        }
        finally
        {
            File.Delete(path);
        }

        static void Refused<T, TRule>(string path, string message, Optimizer<T, TRule> optimizer)
            where T : unmanaged
            where TRule : struct, IUpdateRule<T>
        {
            optimizer.StepCount = 3;
            string told = Assert.Throws<SafeTensorsException>(() => optimizer.Load(path)).Message;
            Assert.Contains(message, told);
            Assert.StartsWith(path, told);
            Assert.Equal(3, optimizer.StepCount);
        }
    }
}
