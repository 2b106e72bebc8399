namespace StaticNet.Tests.Serialization;

/// <summary>A stream that doesn't know its length and gives a few bytes at a time, as one from the network does.</summary>
internal sealed class OnlyForward(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));
}
