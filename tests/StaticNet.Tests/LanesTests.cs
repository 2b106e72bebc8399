using StaticNet.Lanes;

namespace StaticNet.Tests;

/// <summary>The widths of the lanes agree with each other, bit for bit, and with what the interface promises.</summary>
public class LanesTests
{
    [Fact]
    public void Counts()
    {
        Assert.Equal(16, Lanes1x512<float>.Count);
        Assert.Equal(16, Lanes2x256<float>.Count);
        Assert.Equal(16, Lanes4x128<float>.Count);
        Assert.Equal(8, Lanes4x128<double>.Count);
        Assert.Equal(1, OneLane<float>.Count);
    }
}
