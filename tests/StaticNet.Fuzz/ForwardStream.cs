namespace StaticNet.Fuzz;

/// <summary>Bytes as from a network: nobody knows how many will come.</summary>
internal sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }
}
