using StaticNet.Functions;

namespace StaticNet.Sample;

/// <summary>A robot's arm with one joint and a load at its end: a pendulum with a motor. Angles in radians from hanging down, torques in newton metres.</summary>
/// <remarks>
/// <c>(J + m·l²)·θ̈ = u − b·θ̇ − c·θ̇/(|θ̇| + ε) − m·g·l·sin θ</c>: the motor's torque against viscous and dry friction and gravity. Steps are
/// semi-implicit Euler's. Sine is the library's own: the same bits on every machine.
/// </remarks>
/// <param name="Angle">θ</param>
/// <param name="Velocity">θ̇</param>
internal readonly record struct Arm(double Angle, double Velocity)
{
    /// <summary>Seconds in a step: 1 kHz.</summary>
    public const double StepTime = 0.001;

    /// <summary>What the motor can give.</summary>
    public const double MostTorque = 30;

    private const double Inertia = 0.05;
    private const double Length = 0.5;
    private const double Gravity = 9.81;
    private const double Viscous = 0.3;
    private const double Dry = 0.8;
    private const double DryVelocity = 0.02;

    /// <summary>The arm a millisecond later.</summary>
    /// <param name="torque">Of the motor, limited to what it can give.</param>
    /// <param name="load">m, in kilograms.</param>
    public Arm Step(double torque, double load)
    {
        double friction = (Viscous * Velocity) + (Dry * Velocity / (Math.Abs(Velocity) + DryVelocity));
        double weight = load * Gravity * Length * Cosine.Sin(Angle);
        double acceleration = (Math.Clamp(torque, -MostTorque, MostTorque) - friction - weight) / (Inertia + (load * Length * Length));
        double velocity = Velocity + (StepTime * acceleration);
        return new Arm(Angle + (StepTime * velocity), velocity);
    }
}
