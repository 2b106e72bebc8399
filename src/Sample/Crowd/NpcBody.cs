namespace StaticNet.Sample;

/// <summary>An NPC but for its brain: where it is, where it wants to go, and what it has achieved in this round. Lengths in metres.</summary>
/// <remarks>+, −, ×, ÷ and √ only, in single precision: the same bits on every machine.</remarks>
internal struct NpcBody
{
    /// <summary>Numbers that a brain sees.</summary>
    public const int Senses = 8;

    /// <summary>Half the width of an NPC. Two whose distance is less than twice that are in contact.</summary>
    public const float Radius = 0.4f;

    /// <summary>A target is reached from this distance.</summary>
    public const float Reach = 0.8f;

    /// <summary>Metres a second.</summary>
    public const float TopSpeed = 4;

    private const float Acceleration = 20;
    private const float TurnRate = 8;

    /// <summary>Where it is, from the corner of the arena.</summary>
    public float X, Y;

    /// <summary>Where it looks, a vector of length 1.</summary>
    public float HeadX, HeadY;

    /// <summary>Metres a second, from 0 to <see cref="TopSpeed"/>.</summary>
    public float Speed;

    /// <summary>Where it wants to go.</summary>
    public float TargetX, TargetY;

    /// <summary>How far away the target was when it was set.</summary>
    public float TargetDistance;

    /// <summary>Targets reached in this round.</summary>
    public int Reached;

    /// <summary>Frames of this round in contact with somebody ahead.</summary>
    public int Contacts;

    /// <summary>How far away the target is.</summary>
    public readonly float DistanceToTarget => MathF.Sqrt(Square(TargetX - X) + Square(TargetY - Y));

    /// <summary>Targets reached, and the part of the way to the next; less a cost for every second in contact.</summary>
    /// <param name="contactCost">In targets.</param>
    public readonly float Fitness(float contactCost) =>
        Reached + Math.Max(0, 1 - (DistanceToTarget / TargetDistance)) - (Contacts * (contactCost * CrowdWorld.FrameTime));

    /// <summary>Moves for a frame.</summary>
    /// <param name="turn">From −1, to the right, to 1, to the left.</param>
    /// <param name="throttle">From −1, brake, to 1, go.</param>
    /// <param name="side">Of the square arena.</param>
    public void Move(float turn, float throttle, float side)
    {
        // A turn by the angle 2·atan t. Its sine and cosine are fractions of t.
        float t = turn * (TurnRate * CrowdWorld.FrameTime / 2);
        float scale = 1 / (1 + (t * t));
        float cosine = (1 - (t * t)) * scale, sine = 2 * t * scale;
        (HeadX, HeadY) = ((HeadX * cosine) - (HeadY * sine), (HeadX * sine) + (HeadY * cosine));
        Speed = Math.Clamp(Speed + (throttle * (Acceleration * CrowdWorld.FrameTime)), 0, TopSpeed);
        X = Math.Clamp(X + (HeadX * Speed * CrowdWorld.FrameTime), 0, side);
        Y = Math.Clamp(Y + (HeadY * Speed * CrowdWorld.FrameTime), 0, side);
    }

    private static float Square(float x) => x * x;
}
