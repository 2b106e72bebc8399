namespace StaticNet.Sample;

/// <summary>A round as it looked, ten pictures a second. Its memory is there before the round.</summary>
internal sealed class CrowdFilm
{
    /// <summary>Pictures of a second.</summary>
    public const int PictureRate = 10;

    /// <summary>Frames between pictures.</summary>
    public const int Interval = CrowdWorld.FrameRate / PictureRate;

    private readonly NpcBody[][] _pictures;

    /// <summary>For a round.</summary>
    /// <param name="frames">Frames of the round.</param>
    /// <param name="count">NPCs.</param>
    public CrowdFilm(int frames, int count)
    {
        _pictures = new NpcBody[(frames / Interval) + 1][];
        for (int i = 0; i < _pictures.Length; i++)
            _pictures[i] = new NpcBody[count];
    }

    /// <summary>All bodies at frame 0, <see cref="Interval"/>, and so on.</summary>
    public IReadOnlyList<NpcBody[]> Pictures => _pictures;

    /// <summary>Takes a picture, if it is time for one.</summary>
    public void Take(int frame, ReadOnlySpan<NpcBody> bodies)
    {
        if (frame % Interval == 0)
            bodies.CopyTo(_pictures[frame / Interval]);
    }
}
