namespace StaticNet.Tests.Contract;

/// <summary>A network that no other test uses: what its first calls allocate, tables of its type included, was allocated by its constructor.</summary>
[Collection(Alone.Name)]
public partial class FirstCallTests
{
    [Fact]
    public void The_first_update_allocates_nothing()
    {
        float[] inputs = [0.1f, 0.2f, 0.3f, 0.4f];
        int[] labels = [0, 1];
        // The optimizer's own types are not what is measured.
        var sgd = new Sgd<float> { LearningRate = 0.1f };
        new Warm().TrainBatch(inputs, labels, sgd);

        var network = new Cold();
        long before = GC.GetAllocatedBytesForCurrentThread();
        network.TrainBatch(inputs, labels, sgd);
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
    }

    [Network(Input = 2, Hidden = 4, Output = 2)]
    private sealed partial class Warm;

    [Network(Input = 2, Hidden = 4, Output = 2)]
    private sealed partial class Cold;
}
