namespace StaticNet.Sample;

/// <summary>The world of a crowd: bodies, brains, and a frame of 1/60 s. Frames allocate nothing.</summary>
internal sealed class CrowdWorld
{
    /// <summary>Seconds in a frame, always: what happens must not depend on how fast the machine is.</summary>
    public const float FrameTime = 1f / 60;

    /// <summary>Frames in a second.</summary>
    public const int FrameRate = 60;

    private const float Spacing = 4;
    private const float TargetRange = 8;

    private readonly NpcBody[] _bodies;
    private readonly NpcBrain[] _brains;
    private readonly float[] _inputs, _outputs;
    private readonly NeighbourGrid _grid;
    private readonly int _columns;
    private SplitMix64 _random;

    /// <summary>Allocates all memory, and draws the weights of all brains.</summary>
    /// <param name="count">NPCs.</param>
    /// <param name="seed">Everything follows from it.</param>
    public CrowdWorld(int count, ulong seed)
    {
        _random = new SplitMix64(seed);
        _columns = (int)Math.Ceiling(Math.Sqrt(count));
        Side = _columns * Spacing;
        _bodies = new NpcBody[count];
        _brains = new NpcBrain[count];
        foreach (ref var brain in _brains.AsSpan())
            brain = new NpcBrain(_random.Next());
        _inputs = new float[count * NpcBody.Senses];
        _outputs = new float[count * NpcBrain.OutputSize];
        _grid = new NeighbourGrid(Side, count);
        Place();
    }

    /// <summary>The square arena's side, in metres.</summary>
    public float Side { get; }

    /// <summary>All bodies.</summary>
    public Span<NpcBody> Bodies => _bodies;

    /// <summary>All brains, in the order of the bodies.</summary>
    public Span<NpcBrain> Brains => _brains;

    /// <summary>Everybody to a place of a square pattern, a little off it, with another direction and target: the start of a round.</summary>
    public void Place()
    {
        for (int i = 0; i < _bodies.Length; i++)
        {
            ref var body = ref _bodies[i];
            body = default;
            body.X = Spacing * ((i % _columns) + 0.5f + Uniform(0.3f));
            body.Y = Spacing * ((i / _columns) + 0.5f + Uniform(0.3f));
            (body.HeadX, body.HeadY) = Direction();
            SetTarget(ref body);
        }
    }

    /// <summary>A frame: all sense, all think, all move.</summary>
    public void Frame()
    {
        _grid.Fill(_bodies);
        for (int i = 0; i < _bodies.Length; i++)
            Sense(i);
        NpcBrain.ForwardEach(_brains, _inputs, _outputs);
        for (int i = 0; i < _bodies.Length; i++)
        {
            ref var body = ref _bodies[i];
            body.Move(_outputs[2 * i], _outputs[(2 * i) + 1], Side);
            if (body.DistanceToTarget > NpcBody.Reach)
                continue;
            body.Reached++;
            SetTarget(ref body);
        }
    }

    /// <summary>Every bit of the bodies and the brains.</summary>
    public ulong Hash()
    {
        var hash = new Fnv1a();
        foreach (ref var body in _bodies.AsSpan())
            hash.Add([body.X, body.Y, body.HeadX, body.HeadY, body.Speed, body.TargetX, body.TargetY, body.Reached, body.Contacts]);
        foreach (ref var brain in _brains.AsSpan())
            hash.Add(brain.Parameters);
        return hash.Value;
    }

    /// <summary>Directions are seen from the NPC: ahead, and to the left. All senses are about from −1 to 1.</summary>
    private void Sense(int index)
    {
        ref var body = ref _bodies[index];
        Span<float> senses = _inputs.AsSpan(index * NpcBody.Senses, NpcBody.Senses);
        float dx = body.TargetX - body.X, dy = body.TargetY - body.Y, distance = body.DistanceToTarget, inverse = 1 / Math.Max(distance, 1e-3f);
        senses[0] = ((dx * body.HeadX) + (dy * body.HeadY)) * inverse;
        senses[1] = ((dy * body.HeadX) - (dx * body.HeadY)) * inverse;
        senses[2] = (2 / (1 + distance)) - 1;
        senses[3] = (body.Speed * (2 / NpcBody.TopSpeed)) - 1;

        senses[4..].Clear();
        int nearest = _grid.Nearest(_bodies, index, out float gap);
        if (nearest < 0)
            return;
        ref var other = ref _bodies[nearest];
        float closeness = 1 - (gap * (1 / NeighbourGrid.Sight));
        inverse = 1 / Math.Max(gap, 1e-3f);
        (dx, dy) = ((other.X - body.X) * inverse, (other.Y - body.Y) * inverse);
        float approach = (dx * ((body.HeadX * body.Speed) - (other.HeadX * other.Speed))) + (dy * ((body.HeadY * body.Speed) - (other.HeadY * other.Speed)));
        senses[4] = ((dx * body.HeadX) + (dy * body.HeadY)) * closeness;
        senses[5] = ((dy * body.HeadX) - (dx * body.HeadY)) * closeness;
        senses[6] = closeness;
        // Only who is behind can help it.
        if (gap < 2 * NpcBody.Radius && senses[4] > 0)
            body.Contacts++;
        senses[7] = approach * closeness * (1 / (2 * NpcBody.TopSpeed));
    }

    private void SetTarget(ref NpcBody body)
    {
        // Not one that is reached already.
        do
        {
            body.TargetX = Math.Clamp(body.X + Uniform(TargetRange), 0, Side);
            body.TargetY = Math.Clamp(body.Y + Uniform(TargetRange), 0, Side);
            body.TargetDistance = body.DistanceToTarget;
        }
        while (body.TargetDistance < 2 * NpcBody.Reach);
    }

    /// <summary>Uniform on the circle: a point in the disc, moved outwards. No sine is needed.</summary>
    private (float X, float Y) Direction()
    {
        while (true)
        {
            float x = Uniform(1), y = Uniform(1), square = (x * x) + (y * y);
            if (square is > 0.01f and <= 1)
                return (x / MathF.Sqrt(square), y / MathF.Sqrt(square));
        }
    }

    private float Uniform(float limit) => limit * ((2 * (float)_random.NextDouble()) - 1);
}
