namespace StaticNet.Sample;

/// <summary>Episodes of a policy that takes the more probable action: how good it is, and what evolution selects by.</summary>
internal static class Episodes
{
    /// <summary>A policy has learnt the task when it keeps the pole up for so many steps, in the mean of a hundred episodes.</summary>
    public const double Solved = 475;

    /// <summary>Plays an episode.</summary>
    /// <returns>The return: a point for every step until the pole has fallen, or all of them are over.</returns>
    public static int Play(CartPoleNet policy, CartPoleState state)
    {
        Span<float> observation = stackalloc float[CartPoleState.Size];
        for (int step = 1; step < CartPoleState.MostSteps; step++)
        {
            state.Observe(observation);
            state = state.Step(policy.Predict(observation));
            if (state.HasFailed)
                return step;
        }
        return CartPoleState.MostSteps;
    }

    /// <summary>The mean return of some episodes.</summary>
    /// <param name="policy">Takes the more probable action.</param>
    /// <param name="count">The number of episodes.</param>
    /// <param name="random">Where the starts come from; advanced.</param>
    public static double MeanReturn(CartPoleNet policy, int count, ref SplitMix64 random)
    {
        long sum = 0;
        for (int episode = 0; episode < count; episode++)
            sum += Play(policy, CartPoleState.Start(ref random));
        return (double)sum / count;
    }
}
