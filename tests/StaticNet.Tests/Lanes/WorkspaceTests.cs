using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>The pool of scratch memory keeps what it is given back, whatever the order. Of <see cref="Half"/>, which no network uses.</summary>
[Collection(Alone.Name)]
public class WorkspaceTests
{
    [Fact]
    public void Blocks_of_two_sizes_are_allocated_once()
    {
        Workspace<Half>.Reserve(1000, default);
        Overlap();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Overlap();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        // The smaller one comes back first: it must not give way to the larger one while there is room.
        static void Overlap()
        {
            Half[] large = Workspace<Half>.Rent(1000), small = Workspace<Half>.Rent(500), third = Workspace<Half>.Rent(10);
            Assert.True(large.Length >= 1000 && small.Length >= 500);
            Workspace<Half>.Return(small);
            Workspace<Half>.Return(large);
            Workspace<Half>.Return(third);
        }
    }
}
