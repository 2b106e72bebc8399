namespace StaticNet.Sample;

/// <summary>A PID controller: torque in proportion to the error, to its integral, and to its derivative.</summary>
/// <remarks>The integral is limited, so that it doesn't run away while the motor gives all that it has.</remarks>
internal struct PidController
{
    private const double Proportional = 40;
    private const double Integral = 40;
    private const double Derivative = 6;
    private const double MostIntegral = Arm.MostTorque / Integral;

    private double _integral;

    /// <summary>The torque for a step.</summary>
    /// <param name="error">Of the angle: wanted less actual.</param>
    /// <param name="velocityError">Its derivative.</param>
    public double Next(double error, double velocityError)
    {
        _integral = Math.Clamp(_integral + (error * Arm.StepTime), -MostIntegral, MostIntegral);
        return (Proportional * error) + (Integral * _integral) + (Derivative * velocityError);
    }
}
