using System.Diagnostics;

namespace StaticNet.Sample;

/// <summary>A PID controller, and a network beside it that learns, a step at a time, what the PID controller has to add: after a while, next to nothing.</summary>
/// <remarks>
/// Feedback-error learning: M. Kawato, K. Furukawa and R. Suzuki, "A hierarchical neural-network model for control and learning of voluntary
/// movement" (1987). Nobody knows the right torque; but the feedback says in which direction the network's was wrong, and how much. So the
/// target of the network is what it said, plus the torque of the feedback.
/// </remarks>
internal sealed class ArmController
{
    /// <summary>A network's output of 1, in newton metres.</summary>
    public const double TorqueScale = 10;

    /// <summary>The size of a step of gradient descent.</summary>
    public const float LearningRate = 0.03f;

    private readonly FeedforwardNet? _network;
    private PidController _pid;

    /// <summary>With the seeded weights of the network; or without a network.</summary>
    public ArmController(FeedforwardNet? network) => _network = network;

    /// <summary>Of the whole step.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Of the network's part in it, which is to say its torque and to learn.</summary>
    public LatencyHistogram NetworkLatency { get; } = new();

    /// <summary>From one reading of the clock to the next, with nothing in between. Both others contain it.</summary>
    public LatencyHistogram ClockLatency { get; } = new();

    /// <summary>The torque for a step; learns, too. Allocates nothing.</summary>
    public double Next(Movement wanted, Arm arm)
    {
        long start = Stopwatch.GetTimestamp();
        double feedback = _pid.Next(wanted.Angle - arm.Angle, wanted.Velocity - arm.Velocity), torque = feedback;
        long middle = Stopwatch.GetTimestamp();
        if (_network is not null)
            torque += Feedforward(wanted, feedback);
        long end = Stopwatch.GetTimestamp(), next = Stopwatch.GetTimestamp();

        Latency.Record(end - start);
        NetworkLatency.Record(end - middle);
        ClockLatency.Record(next - end);
        return torque;
    }

    private double Feedforward(Movement wanted, double feedback)
    {
        ReadOnlySpan<float> input =
        [
            (float)(wanted.Angle / Movement.AngleScale),
            (float)(wanted.Velocity / Movement.VelocityScale),
            (float)(wanted.Acceleration / Movement.AccelerationScale),
        ];
        float output = 0, target;
        _network!.Forward(input, new Span<float>(ref output));
        target = output + (float)(feedback / TorqueScale);
        _network.TrainStep(input, new ReadOnlySpan<float>(in target), LearningRate);
        return TorqueScale * output;
    }
}
