namespace StaticNet.Sample;

/// <summary>
/// The policy gradient: R. J. Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning" (1992).
/// Actions are drawn from the policy; those that led to more than was to be expected become more probable.
/// </summary>
/// <remarks>
/// A step's loss is <c>−A·ln π(a|s)</c> with the advantage A = G − b. G is the discounted sum of the rewards from this step on; the baseline b is
/// the mean of G over the episodes of the round that got as far. So a step near the end, whose G is small in every episode, isn't blamed for it.
/// </remarks>
internal sealed class Reinforce : ICartPoleLearner
{
    /// <summary>Episodes between updates of the policy.</summary>
    public const int EpisodesInRound = 10;

    /// <summary>The size of Adam's step.</summary>
    public const float LearningRate = 0.03f;

    /// <summary>What a reward counts for, for every step that it is away.</summary>
    public const double Discount = 0.99;

    private const int Size = CartPoleState.Size;
    private const int MostSteps = CartPoleState.MostSteps;

    // Of every step of a round, [EpisodesInRound × MostSteps]: the gradient can only be taken once all returns are known.
    private readonly float[] _observations = new float[EpisodesInRound * MostSteps * Size];
    private readonly int[] _actions = new int[EpisodesInRound * MostSteps];
    private readonly float[] _probabilities = new float[EpisodesInRound * MostSteps];
    private readonly double[] _returns = new double[EpisodesInRound * MostSteps];

    private readonly int[] _lengths = new int[EpisodesInRound];
    private readonly double[] _baseline = new double[MostSteps];
    private readonly float[] _gradient = new float[CartPoleNet.ParameterCount];
    private readonly float[] _sum = new float[CartPoleNet.ParameterCount];
    private readonly Adam<float> _adam = new(CartPoleNet.ParameterCount) { LearningRate = LearningRate };
    private SplitMix64 _random;

    /// <summary>Starts with the seeded weights of the network's constructor.</summary>
    public Reinforce(ulong seed)
    {
        Policy = new CartPoleNet(seed);
        _random = new SplitMix64(seed);
    }

    /// <inheritdoc/>
    public CartPoleNet Policy { get; }

    /// <inheritdoc/>
    public int EpisodesPlayed { get; private set; }

    /// <inheritdoc/>
    public void Round()
    {
        for (int episode = 0; episode < EpisodesInRound; episode++)
            Play(episode);
        FindBaseline();

        _sum.AsSpan().Clear();
        for (int episode = 0; episode < EpisodesInRound; episode++)
            AddGradient(episode);
        Policy.Update(_sum, _adam);
        EpisodesPlayed += EpisodesInRound;
    }

    private void Play(int episode)
    {
        Span<float> output = stackalloc float[2];
        var state = CartPoleState.Start(ref _random);
        int first = episode * MostSteps, length = 0;
        for (; length < MostSteps && !state.HasFailed; length++)
        {
            int step = first + length;
            Span<float> observation = _observations.AsSpan(step * Size, Size);
            state.Observe(observation);
            Policy.Forward(observation, output);
            int action = _random.NextDouble() < output[1] ? 1 : 0;
            (_actions[step], _probabilities[step]) = (action, output[action]);
            state = state.Step(action);
        }

        // A reward of 1 for every step; backwards, each return is made from the next.
        double sum = 0;
        for (int step = length - 1; step >= 0; step--)
            _returns[first + step] = sum = 1 + (Discount * sum);
        _lengths[episode] = length;
    }

    private void FindBaseline()
    {
        for (int step = 0; step < MostSteps; step++)
        {
            double sum = 0;
            int episodes = 0;
            for (int episode = 0; episode < EpisodesInRound; episode++)
            {
                if (step >= _lengths[episode])
                    continue;
                sum += _returns[(episode * MostSteps) + step];
                episodes++;
            }
            _baseline[step] = sum / Math.Max(episodes, 1);
        }
    }

    private void AddGradient(int episode)
    {
        Span<float> outputGradient = stackalloc float[2];
        for (int i = 0; i < _lengths[episode]; i++)
        {
            // The derivative of −A·ln π by the probability of the action taken is −A/π, by the other 0: no logarithm is needed.
            int step = (episode * MostSteps) + i;
            outputGradient.Clear();
            outputGradient[_actions[step]] = (float)(_baseline[i] - _returns[step]) / _probabilities[step];
            Policy.BackwardFrom(_observations.AsSpan(step * Size, Size), outputGradient, _gradient, inputGradient: default);
            for (int p = 0; p < _sum.Length; p++)
                _sum[p] += _gradient[p];
        }
    }
}
