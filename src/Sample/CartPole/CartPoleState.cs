using StaticNet.Functions;

namespace StaticNet.Sample;

/// <summary>
/// A pole hinged on a cart that is pushed left or right, one push every 20 ms: Barto, Sutton and Anderson, "Neuronlike adaptive elements that can
/// solve difficult learning control problems" (1983), with the constants, limits and Euler steps of Gymnasium's CartPole-v1.
/// </summary>
/// <remarks>Sine and cosine are the library's own: an episode has the same bits on every machine, and so has all that is learnt from it.</remarks>
/// <param name="Position">Of the cart, from the middle of the track.</param>
/// <param name="Velocity">Of the cart.</param>
/// <param name="Angle">Of the pole from upright, in radians; positive to the right.</param>
/// <param name="AngularVelocity">Of the pole.</param>
internal readonly record struct CartPoleState(double Position, double Velocity, double Angle, double AngularVelocity)
{
    /// <summary>Numbers that a policy sees.</summary>
    public const int Size = 4;

    /// <summary>An episode ends after so many steps, in success.</summary>
    public const int MostSteps = 500;

    /// <summary>Seconds in a step.</summary>
    public const double StepTime = 0.02;

    /// <summary>The track's half: a cart beyond it has failed.</summary>
    public const double TrackEnd = 2.4;

    /// <summary>The distance from the hinge to the middle of the pole.</summary>
    public const double HalfLength = 0.5;

    private const double AngleLimit = 12 * 2 * Math.PI / 360;
    private const double Gravity = 9.8;
    private const double CartMass = 1.0;
    private const double PoleMass = 0.1;
    private const double TotalMass = PoleMass + CartMass;
    private const double PoleMassLength = PoleMass * HalfLength;
    private const double Force = 10.0;
    private const double StartLimit = 0.05;

    /// <summary>Whether the pole leans too far, or the cart has left the track.</summary>
    public bool HasFailed => !(Math.Abs(Position) <= TrackEnd && Math.Abs(Angle) <= AngleLimit);

    /// <summary>A start of an episode: all four numbers uniform within ±0.05.</summary>
    public static CartPoleState Start(ref SplitMix64 random)
    {
        double position = Uniform(ref random), velocity = Uniform(ref random), angle = Uniform(ref random);
        return new CartPoleState(position, velocity, angle, Uniform(ref random));

        static double Uniform(ref SplitMix64 random) => StartLimit * ((2 * random.NextDouble()) - 1);
    }

    /// <summary>The state 20 ms later. A failed one moves on, too: the pole falls.</summary>
    /// <param name="action">0: pushed to the left, 1: to the right.</param>
    public CartPoleState Step(int action)
    {
        double force = action == 1 ? Force : -Force;
        double cosine = Cosine.Cos(Angle), sine = Cosine.Sin(Angle);
        double push = (force + (PoleMassLength * AngularVelocity * AngularVelocity * sine)) / TotalMass;
        double angularAcceleration = ((Gravity * sine) - (cosine * push)) /
            (HalfLength * ((4.0 / 3.0) - (PoleMass * cosine * cosine / TotalMass)));
        double acceleration = push - (PoleMassLength * angularAcceleration * cosine / TotalMass);
        return new CartPoleState(
            Position + (StepTime * Velocity),
            Velocity + (StepTime * acceleration),
            Angle + (StepTime * AngularVelocity),
            AngularVelocity + (StepTime * angularAcceleration));
    }

    /// <summary>What a policy sees, in the order of Gymnasium.</summary>
    /// <param name="observation">[Size], overwritten.</param>
    public void Observe(Span<float> observation)
    {
        observation[0] = (float)Position;
        observation[1] = (float)Velocity;
        observation[2] = (float)Angle;
        observation[3] = (float)AngularVelocity;
    }
}
