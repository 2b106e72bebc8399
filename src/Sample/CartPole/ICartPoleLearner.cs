namespace StaticNet.Sample;

/// <summary>A way to learn the task, a round at a time. Rounds allocate nothing.</summary>
internal interface ICartPoleLearner
{
    /// <summary>What has been learnt.</summary>
    CartPoleNet Policy { get; }

    /// <summary>Episodes played in all rounds.</summary>
    int EpisodesPlayed { get; }

    /// <summary>Plays some episodes, and makes one step of learning.</summary>
    void Round();
}
