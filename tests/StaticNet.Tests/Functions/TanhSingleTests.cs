using StaticNet.Functions;
using StaticNet.Lanes;
using StaticNet.Tests.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>The hyperbolic tangent that keeps its coefficients in registers has the bits of the other one.</summary>
public class TanhSingleTests
{
    [Fact]
    public void One_lane() => Check<OneLane<float>>();

    [Fact]
    public void Four_vectors_of_128_bits() => Check<Lanes4x128<float>>();

    [Fact]
    public void Two_vectors_of_256_bits() => Check<Lanes2x256<float>>();

    [Fact]
    public void One_vector_of_512_bits() => Check<Lanes1x512Single>();

    private static void Check<V>()
        where V : struct, ILanes<V, float>
    {
        var random = new Random(93);
        var values = new List<float>(LaneValues.Special<float>());
        for (int i = 0; i < 10_000; i++)
            values.AddRange([LaneValues.AnyBits<float>(random), LaneValues.WithExponent<float>(random, -6, 4)]);
        while (values.Count % 16 != 0)
            values.Add(1);
        float[] arguments = [.. values], actual = new float[arguments.Length], expected = new float[arguments.Length];
        var tanh = TanhSingle<V>.Create();
        for (int i = 0; i < arguments.Length; i += V.Count)
        {
            V.Store(tanh.Value(V.Load(ref arguments[0], i)), ref actual[0], i);
            V.Store(Tanh.Single(V.Load(ref arguments[0], i)), ref expected[0], i);
        }

        for (int i = 0; i < arguments.Length; i++)
            Assert.True(LaneValues.Same(expected[i], actual[i]), $"{arguments[i]:R}: {actual[i]:R}, not {expected[i]:R}");
    }
}
