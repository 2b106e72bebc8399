using System.Numerics;
using StaticNet.Lanes;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>Limits of the gradient: where they act, that the fused methods have them too, and sizes that overflow.</summary>
public class ClippingTests
{
    /// <summary>Parameters that gradient descent of rate 1 moves by the limited gradient itself.</summary>
    [Theory]
    [InlineData(17, 0.25)]
    [InlineData(17, 1e30)]
    [InlineData(1000, 1e-3)]
    public void Norm_is_the_limit_and_the_direction_stays(int count, float size)
    {
        var random = new Random(5);
        float[] gradient = Enumerable.Range(0, count).Select(_ => size * (random.NextSingle() - 0.5f)).ToArray();
        float[] moved = Limited(gradient, maxNorm: 1e-4f);
        Assert.Equal(1e-4, Math.Sqrt(moved.Sum(x => (double)x * x)), 1e-10);
        double ratio = (double)moved[0] / gradient[0];
        for (int i = 0; i < count; i++)
            Assert.Equal(ratio, (double)moved[i] / gradient[i], Math.Abs(ratio) * 1e-6);
    }

    [Fact]
    public void Squares_that_overflow_do_not_hide_the_step()
    {
        float[] moved = Limited([3e38f, -3e38f, 0], maxNorm: 2);
        Assert.Equal([1.41421356f, -1.41421356f, 0f], moved, (a, b) => Math.Abs(a - b) < 1e-5);
        double[] large = Limited([1e308, 0, -1e308], maxNorm: 2);
        Assert.Equal([Math.Sqrt(2), 0, -Math.Sqrt(2)], large, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Short_gradient_is_left_alone_to_the_bit()
    {
        float[] gradient = [0.1f, -0.2f, 0.3f];
        Assert.Equal(gradient, Limited(gradient, maxNorm: 1));
        Assert.Equal(gradient, Limited(gradient, maxValue: 0.3f));
        Assert.Equal([0f, 0f], Limited([0f, 0f], maxNorm: 1));
    }

    [Fact]
    public void Values_are_limited_before_the_norm()
    {
        Assert.Equal([0.3f, -0.3f, 0.2f], Limited([7f, -0.4f, 0.2f], maxValue: 0.3f));
        float[] both = Limited([30f, -40f, 0.5f], maxValue: 1, maxNorm: 0.75f);
        Assert.Equal([0.5f, -0.5f, 0.25f], both, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void NaN_is_not_hidden()
    {
        Assert.All(Limited([float.NaN, 1f], maxNorm: 1), x => Assert.True(float.IsNaN(x)));
        Assert.True(float.IsNaN(Limited([float.NaN, 9f], maxValue: 1)[0]));
    }

    /// <summary>In every network TrainBatch does what Backward and Update do, and clipping changes the result.</summary>
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Fused_training_has_the_limits(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            INetwork<T> fused = info.CreateRandom<T>(3), parts = info.CreateRandom<T>(3), free = info.CreateRandom<T>(3);
            T limit = T.CreateChecked(1e-3);
            Sgd<T> sgd = new() { ClipNorm = limit }, other = new() { ClipNorm = limit };
            RmsProp<T> one = new(fused.ParameterCount) { ClipValue = limit, ClipNorm = limit }, two = new(fused.ParameterCount) { ClipValue = limit, ClipNorm = limit };
            var samples = new Samples<T>(info, 37, 42);
            var gradient = new T[fused.ParameterCount];
            for (int step = 0; step < 3; step++)
            {
                T loss = parts.BackwardBatch(samples.Inputs, samples.Targets, gradient);
                parts.Update(gradient, other);
                Bits.AssertEqual(loss, fused.TrainBatch(samples.Inputs, samples.Targets, sgd), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
                parts.BackwardBatch(samples.Inputs, samples.Targets, gradient);
                parts.Update(gradient, two);
                fused.TrainBatch(samples.Inputs, samples.Targets, one);
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
                Bits.AssertEqual<T>(two.State, one.State, "state");
                free.TrainBatch(samples.Inputs, samples.Targets, new Sgd<T>());
            }

            Assert.False(free.Parameters.SequenceEqual(fused.Parameters));
        }
    }

    [Fact]
    public void Steps_allocate_nothing_clipped_or_not()
    {
        const int Count = Shapes.Line.ParameterCount;
        AllocatesNothing(new Sgd<float> { ClipNorm = 1 });
        AllocatesNothing(new Momentum<float>(Count) { Nesterov = true });
        AllocatesNothing(new RmsProp<float>(Count) { ClipValue = 0.5f });
        AllocatesNothing(new Adam<float>(Count));
        AllocatesNothing(new AdamW<float>(Count) { ClipValue = 0.5f, ClipNorm = 1 });
    }

    private static void AllocatesNothing<TRule>(Optimizer<float, TRule> optimizer)
        where TRule : struct, IUpdateRule<float>
    {
        var network = new Shapes.Line();
        float[] inputs = [1, 2, 3], targets = [2, 4, 6], gradient = new float[Shapes.Line.ParameterCount];
        for (int warm = 0; warm < 2; warm++)
            Work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Work();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Work()
        {
            network.TrainBatch(inputs, targets, optimizer);
            network.Update(gradient, optimizer);
        }
    }

    private static T[] Limited<T>(T[] gradient, T? maxValue = null, T? maxNorm = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = new T[gradient.Length];
        var sgd = new Sgd<T> { LearningRate = T.One, ClipValue = maxValue, ClipNorm = maxNorm };
        ParameterUpdate.Apply<Lanes2x256<T>, T, SgdRule<T>>(sgd.BeginStep(gradient.Length), new ParameterLayout<T>([gradient.Length], default), parameters, gradient, sgd.State, sgd.Terms);
        return Array.ConvertAll(parameters, x => -x);
    }
}
