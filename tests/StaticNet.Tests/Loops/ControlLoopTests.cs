using StaticNet.Sample;

namespace StaticNet.Tests.Loops;

/// <summary>The sample's controller learns, and a million steps allocate nothing.</summary>
[Collection(Alone.Name)]
public class ControlLoopTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_network_takes_over_from_the_feedback(ulong seed)
    {
        const int steps = 60_000, half = steps / ControlRun.Rate / 2;
        ControlResult alone = ControlRun.Run(steps, null), network = ControlRun.Run(steps, new FeedforwardNet(seed));
        Assert.InRange(network.Error(half - 5, half), 0, alone.Error(half - 5, half) / 10);
        // The load has doubled, and the controller alone is worse for it.
        Assert.InRange(alone.Error((2 * half) - 5, 2 * half), 1.3 * alone.Error(half - 5, half), double.MaxValue);
        Assert.InRange(network.Error((2 * half) - 5, 2 * half), 0, alone.Error((2 * half) - 5, 2 * half) / 10);
    }

    [Fact]
    public void A_million_steps_allocate_nothing()
    {
        var result = ControlRun.Run(1_000_000, new FeedforwardNet(3));
        Assert.Equal((0, 0, 1_000_000), (result.Cost.AllocatedBytes, result.Cost.Collections, result.Latency.Count));
        Assert.InRange(result.NetworkLatency.Sum, 0, result.Latency.Sum);
    }

    [Fact]
    public void Velocity_and_acceleration_are_derivatives_of_the_movement()
    {
        for (int step = 1; step < 20_000; step += 37)
        {
            Movement before = Movement.At(step - 1), at = Movement.At(step), after = Movement.At(step + 1);
            Assert.Equal((after.Angle - before.Angle) / (2 * Arm.StepTime), at.Velocity, 1e-3);
            Assert.Equal((after.Velocity - before.Velocity) / (2 * Arm.StepTime), at.Acceleration, 1e-2);
            Assert.InRange(Math.Abs(at.Angle), 0, Movement.AngleScale);
        }
    }

    /// <summary>A torque against the weight holds the arm; without one it falls, and comes to rest hanging down.</summary>
    [Fact]
    public void The_arm_is_a_pendulum()
    {
        var held = new Arm(1, 0);
        for (int step = 0; step < 1_000; step++)
            held = held.Step(2 * 9.81 * 0.5 * Math.Sin(1), load: 2);
        Assert.Equal(1, held.Angle, 1e-9);

        var falling = new Arm(1, 0).Step(0, load: 2);
        Assert.Equal(-Arm.StepTime * 2 * 9.81 * 0.5 * Math.Sin(1) / 0.55, falling.Velocity, 1e-12);
        for (int step = 0; step < 20_000; step++)
            falling = falling.Step(0, load: 2);
        Assert.InRange(Math.Abs(falling.Angle), 0, 1e-3);

        // More than the motor has is as much as it has.
        Assert.Equal(new Arm(0, 0).Step(Arm.MostTorque, 1), new Arm(0, 0).Step(1e9, 1));
    }
}
