using StaticNet.Sample;

namespace StaticNet.Tests.CartPole;

/// <summary>The cart-pole moves as mechanics demands, and as Gymnasium's does.</summary>
public class PhysicsTests
{
    private const double CartMass = 1, PoleMass = 0.1, HalfLength = 0.5, Gravity = 9.8, Force = 10, StepTime = 0.02;

    /// <summary>A hundred steps from each of fifty starts, far beyond failure, with random pushes.</summary>
    [Fact]
    public void Follows_the_equations_of_motion()
    {
        var random = new SplitMix64(11);
        for (int episode = 0; episode < 50; episode++)
        {
            var state = CartPoleState.Start(ref random);
            for (int step = 0; step < 100; step++)
            {
                int action = random.Next(2);
                var next = state.Step(action);
                var (acceleration, angularAcceleration) = Accelerations(state, action == 1 ? Force : -Force);
                AssertNear(state.Position + (StepTime * state.Velocity), next.Position);
                AssertNear(state.Velocity + (StepTime * acceleration), next.Velocity);
                AssertNear(state.Angle + (StepTime * state.AngularVelocity), next.Angle);
                AssertNear(state.AngularVelocity + (StepTime * angularAcceleration), next.AngularVelocity);
                state = next;
            }
        }
    }

    /// <summary>The first steps in Gymnasium's documentation, after <c>env.reset(seed=42)</c> and <c>env.step(1)</c>, in single precision.</summary>
    [Fact]
    public void Steps_as_Gymnasium_does()
    {
        Span<float> observation = stackalloc float[CartPoleState.Size];
        new CartPoleState(0.0273956, -0.00611216, 0.03585979, 0.0197368).Step(1).Observe(observation);
        float[] expected = [0.02727336f, 0.18847767f, 0.03625453f, -0.26141977f];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], observation[i], 1e-7f);
    }

    /// <summary>Left and right are alike, to the bit.</summary>
    [Fact]
    public void Mirrored_states_stay_mirrored()
    {
        var random = new SplitMix64(12);
        var state = CartPoleState.Start(ref random);
        var mirrored = new CartPoleState(-state.Position, -state.Velocity, -state.Angle, -state.AngularVelocity);
        for (int step = 0; step < 200; step++)
        {
            int action = random.Next(2);
            state = state.Step(action);
            mirrored = mirrored.Step(1 - action);
            Assert.Equal(new CartPoleState(-state.Position, -state.Velocity, -state.Angle, -state.AngularVelocity), mirrored);
        }
    }

    [Theory]
    [InlineData(2.4, 0, false)]
    [InlineData(-2.4, 0, false)]
    [InlineData(2.4000001, 0, true)]
    [InlineData(-2.4000001, 0, true)]
    [InlineData(0, 0.2094, false)]
    [InlineData(0, -0.2094, false)]
    [InlineData(0, 0.2095, true)]
    [InlineData(0, -0.2095, true)]
    [InlineData(double.NaN, 0, true)]
    [InlineData(0, double.NaN, true)]
    public void Fails_beyond_its_limits(double position, double angle, bool failed) =>
        Assert.Equal(failed, new CartPoleState(position, 100, angle, 100).HasFailed);

    [Fact]
    public void Starts_near_the_middle_and_upright()
    {
        var random = new SplitMix64(13);
        double least = 0, most = 0;
        for (int i = 0; i < 1000; i++)
        {
            var start = CartPoleState.Start(ref random);
            foreach (double value in (double[])[start.Position, start.Velocity, start.Angle, start.AngularVelocity])
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        Assert.InRange(least, -0.05, -0.0499);
        Assert.InRange(most, 0.0499, 0.05);
    }

    /// <summary>A push to one side all the time: the pole falls within ten steps or so, and a point is given for each.</summary>
    [Fact]
    public void A_return_counts_the_steps()
    {
        var policy = new CartPoleNet();
        policy.Parameters.Clear();
        policy.B2[1] = 1;
        var state = new CartPoleState(0, 0, 0, 0);
        int steps = 0;
        for (var at = state; !at.HasFailed; steps++)
            at = at.Step(1);
        Assert.InRange(steps, 8, 11);
        Assert.Equal(steps, Episodes.Play(policy, state));
    }

    /// <summary>
    /// Lagrange's equations of a cart with a uniform rod, as a linear system in both accelerations:
    /// <c>(M + m)·ẍ + m·l·cos θ·θ̈ = F + m·l·sin θ·θ̇²</c> and <c>m·l·cos θ·ẍ + 4/3·m·l²·θ̈ = m·g·l·sin θ</c>.
    /// </summary>
    private static (double Cart, double Pole) Accelerations(CartPoleState state, double force)
    {
        double sine = Math.Sin(state.Angle), cosine = Math.Cos(state.Angle), ml = PoleMass * HalfLength;
        double a = CartMass + PoleMass, b = ml * cosine, d = 4.0 / 3.0 * ml * HalfLength;
        double e = force + (ml * sine * state.AngularVelocity * state.AngularVelocity), f = ml * Gravity * sine;
        double determinant = (a * d) - (b * b);
        return (((e * d) - (b * f)) / determinant, ((a * f) - (b * e)) / determinant);
    }

    private static void AssertNear(double expected, double actual) =>
        Assert.InRange(actual - expected, -1e-12 * (1 + Math.Abs(expected)), 1e-12 * (1 + Math.Abs(expected)));
}
