namespace StaticNet.Sample;

/// <summary>An arm follows a movement for a number of milliseconds. Half-way its load doubles, and nobody tells the controller.</summary>
internal static class ControlRun
{
    /// <summary>Kilograms, at first.</summary>
    public const double Load = 1;

    /// <summary>Steps in a second, the interval of <see cref="ControlResult.Errors"/>.</summary>
    public const int Rate = 1_000;

    /// <summary>The last so many steps are kept.</summary>
    public const int TraceLength = 5 * Rate;

    /// <summary>Runs it; the loop allocates nothing.</summary>
    /// <param name="steps">At least <see cref="TraceLength"/>.</param>
    /// <param name="network">Learns on the way; null: the PID controller is alone.</param>
    public static ControlResult Run(int steps, FeedforwardNet? network)
    {
        var controller = new ArmController(network);
        double[] squares = new double[steps / Rate];
        double[] wantedTrace = new double[TraceLength], angleTrace = new double[TraceLength];
        var arm = new Arm(Movement.At(0).Angle, Movement.At(0).Velocity);

        var meter = LoopMeter.Start();
        for (int step = 0; step < steps; step++)
        {
            var wanted = Movement.At(step);
            double torque = controller.Next(wanted, arm), error = wanted.Angle - arm.Angle;
            arm = arm.Step(torque, step < steps / 2 ? Load : 2 * Load);
            if (step / Rate < squares.Length)
                squares[step / Rate] += error * error;
            if (step >= steps - TraceLength)
                (wantedTrace[step - steps + TraceLength], angleTrace[step - steps + TraceLength]) = (wanted.Angle, wanted.Angle - error);
        }
        var cost = meter.Stop();

        var hash = new Fnv1a();
        hash.Add(arm.Angle);
        hash.Add(arm.Velocity);
        hash.Add(network is null ? [] : network.Parameters);
        double[] errors = Array.ConvertAll(squares, sum => Math.Sqrt(sum / Rate));
        return new ControlResult(steps, errors, wantedTrace, angleTrace, controller.Latency, controller.NetworkLatency, controller.ClockLatency, cost, hash.Value);
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Steps">Milliseconds.</param>
/// <param name="Errors">The root of the mean squared error of each second, in radians.</param>
/// <param name="Wanted">The angles that were wanted in the last steps.</param>
/// <param name="Angles">And those that were.</param>
/// <param name="Latency">Of the controller.</param>
/// <param name="NetworkLatency">Of the network's part in it.</param>
/// <param name="ClockLatency">Of reading the clock.</param>
/// <param name="Cost">Of the loop.</param>
/// <param name="Hash">Every bit of the arm's last state and of the network.</param>
internal sealed record ControlResult(
    int Steps,
    double[] Errors,
    double[] Wanted,
    double[] Angles,
    LatencyHistogram Latency,
    LatencyHistogram NetworkLatency,
    LatencyHistogram ClockLatency,
    LoopCost Cost,
    ulong Hash)
{
    /// <summary>The root of the mean squared error over some seconds, in radians.</summary>
    /// <param name="from">The first second.</param>
    /// <param name="to">The second behind the last.</param>
    public double Error(int from, int to) => Math.Sqrt(Errors[from..to].Select(error => error * error).Average());
}
