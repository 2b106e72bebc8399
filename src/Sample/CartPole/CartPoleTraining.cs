namespace StaticNet.Sample;

/// <summary>Lets a learner play until it can.</summary>
internal static class CartPoleTraining
{
    /// <summary>Who hasn't learnt it by then, won't.</summary>
    public const int MostRounds = 300;

    /// <summary>Episodes of a test.</summary>
    public const int TestEpisodes = 100;

    /// <summary>Tests the policy before the first round and after each, with fresh starts each time, until no test episode fails.</summary>
    /// <param name="learner">At its start.</param>
    /// <param name="seed">Of the starts of the tests.</param>
    public static CartPoleResult Run(ICartPoleLearner learner, ulong seed)
    {
        // Not the numbers that the learner of the same seed draws its own starts from.
        var random = new SplitMix64(~seed);
        int[] episodes = new int[MostRounds + 1];
        double[] returns = new double[MostRounds + 1];
        int rounds = 0;

        var meter = Meter.Start();
        returns[0] = Episodes.MeanReturn(learner.Policy, TestEpisodes, ref random);
        while (returns[rounds] < CartPoleState.MostSteps && rounds < MostRounds)
        {
            learner.Round();
            rounds++;
            episodes[rounds] = learner.EpisodesPlayed;
            returns[rounds] = Episodes.MeanReturn(learner.Policy, TestEpisodes, ref random);
        }
        (TimeSpan elapsed, long bytes) = meter.Stop();

        double final = Episodes.MeanReturn(learner.Policy, TestEpisodes, ref random);
        return new CartPoleResult(episodes[..(rounds + 1)], returns[..(rounds + 1)], final, elapsed, bytes);
    }
}

/// <summary>How a learner came to its policy.</summary>
/// <param name="Episodes">Episodes played before each test; the first number is 0.</param>
/// <param name="Returns">The mean return in each test.</param>
/// <param name="FinalReturn">The mean return in a last test, on which the decision to stop didn't depend.</param>
/// <param name="Elapsed">The time that the loop took, tests included.</param>
/// <param name="AllocatedBytes">What the loop allocated.</param>
internal sealed record CartPoleResult(int[] Episodes, double[] Returns, double FinalReturn, TimeSpan Elapsed, long AllocatedBytes)
{
    /// <summary>Steps of learning.</summary>
    public int Rounds => Returns.Length - 1;

    /// <summary>Whether the last test was passed.</summary>
    public bool HasLearnt => FinalReturn >= StaticNet.Sample.Episodes.Solved;
}
