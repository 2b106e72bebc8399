using StaticNet.Functions;

namespace StaticNet.Sample;

/// <summary>Where the arm is wanted at a time: two swings at once that never meet the same way.</summary>
/// <param name="Angle">In radians.</param>
/// <param name="Velocity">Its derivative.</param>
/// <param name="Acceleration">And the derivative of that.</param>
internal readonly record struct Movement(double Angle, double Velocity, double Acceleration)
{
    /// <summary>About the largest of each.</summary>
    public const double AngleScale = 1.4, VelocityScale = 4, AccelerationScale = 14;

    private const double SlowAngle = 0.9, FastAngle = 0.5;
    private const double Slow = 2 * Math.PI * 0.31, Fast = 2 * Math.PI * 0.73;

    /// <summary>At a step.</summary>
    public static Movement At(long step)
    {
        double time = step * Arm.StepTime;
        double slowSine = SlowAngle * Cosine.Sin(Slow * time), slowCosine = SlowAngle * Cosine.Cos(Slow * time);
        double fastSine = FastAngle * Cosine.Sin(Fast * time), fastCosine = FastAngle * Cosine.Cos(Fast * time);
        return new(slowSine + fastSine, (Slow * slowCosine) + (Fast * fastCosine), -(Slow * Slow * slowSine) - (Fast * Fast * fastSine));
    }
}
