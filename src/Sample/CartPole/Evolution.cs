namespace StaticNet.Sample;

/// <summary>An evolution strategy on the parameters of the policy. A candidate's fitness is its return; nothing asks for a gradient.</summary>
internal sealed class Evolution : ICartPoleLearner
{
    /// <summary>Candidates of a generation.</summary>
    public const int PopulationSize = 32;

    /// <summary>How far they lie from what has been learnt, in each parameter: about as much as the initial weights from 0.</summary>
    public const float Deviation = 0.5f;

    private readonly EvolutionStrategy<float> _strategy;
    private readonly float[] _fitness = new float[PopulationSize];
    private readonly CartPoleNet _candidate = new();
    private SplitMix64 _random;

    /// <summary>Starts with the seeded weights of the network's constructor.</summary>
    public Evolution(uint seed)
    {
        Policy = new CartPoleNet(seed);
        _strategy = new EvolutionStrategy<float>(Policy.Parameters, PopulationSize, seed) { Deviation = Deviation };
        _random = new SplitMix64(seed);
    }

    /// <inheritdoc/>
    public CartPoleNet Policy { get; }

    /// <inheritdoc/>
    public int EpisodesPlayed { get; private set; }

    /// <inheritdoc/>
    public void Round()
    {
        // The same start for all, so that the better policy wins, not the luckier one.
        var start = CartPoleState.Start(ref _random);
        _strategy.Ask();
        for (int i = 0; i < _fitness.Length; i++)
        {
            _strategy.Candidate(i).CopyTo(_candidate.Parameters);
            _fitness[i] = Episodes.Play(_candidate, start);
        }
        _strategy.Tell(_fitness);
        _strategy.Mean.CopyTo(Policy.Parameters);
        EpisodesPlayed += _fitness.Length;
    }
}
