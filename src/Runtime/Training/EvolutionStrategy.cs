using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>
/// Training without gradients: an evolution strategy moves a point m among the parameters towards those of its random neighbours that do best.
/// For whatever has a score but no derivative, such as the outcome of a game, or the way that a creature got.
/// </summary>
/// <remarks>
/// <para>
/// A generation has n candidates in mirrored pairs, <c>m + σε</c> and <c>m − σε</c> with standard normal ε. After they have been given a
/// fitness, <c>m += α·σ/n · Σ uᵢεᵢ</c>, where uᵢ grows with the rank of the candidate, from −½ for the worst to ½ for the best; equals
/// share their mean. Only the order counts, so the scale of the fitness doesn't matter, and one freak score does no harm.
/// </para>
/// <para>
/// Salimans, Ho, Chen, Sidor and Sutskever, "Evolution strategies as a scalable alternative to reinforcement learning" (2017), with a
/// plain step instead of Adam's. Theirs is divided by σ, ours measured in σ, so that an α that is good remains so when σ changes.
/// Mirrored pairs: Brockhoff et al., "Mirrored sampling and sequential selection for evolution strategies" (2010).
/// </para>
/// <para>
/// The same seed and fitnesses give the same bits on every machine. All memory is allocated when it is made, (n + 2)·ParameterCount numbers
/// and some. Candidates may be read from many threads at once.
/// </para>
/// </remarks>
/// <example><code>
/// var strategy = new EvolutionStrategy&lt;float&gt;(brain.Parameters, populationSize: 64, seed: 1);
/// float[] fitness = new float[strategy.PopulationSize];
/// for (int generation = 0; generation &lt; 100; generation++)
/// {
///     strategy.Ask();
///     for (int i = 0; i &lt; fitness.Length; i++)      // or Parallel.For, with a network for each thread
///     {
///         strategy.Candidate(i).CopyTo(brain.Parameters);
///         fitness[i] = Play(brain);
///     }
///     strategy.Tell(fitness);
/// }
/// strategy.Mean.CopyTo(brain.Parameters);
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class EvolutionStrategy<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _mean, _step, _candidates, _sorted;
    private readonly int[] _order;
    private readonly double[] _utilities;
    private readonly NumpyRandom _random;
    private bool _asked;

    /// <summary>Allocates all memory it will ever need.</summary>
    /// <param name="start">Where m starts: a network's <c>Parameters</c>, which are copied.</param>
    /// <param name="populationSize">n, the candidates of a generation: an even number. More make a better step, and take longer.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The population is odd, less than 2, or does not fit into an array.</exception>
    public EvolutionStrategy(ReadOnlySpan<T> start, int populationSize, uint seed = 0)
    {
        if (start.IsEmpty)
            throw new ArgumentException("Expected at least one parameter, got none.", nameof(start));
        CheckFinite(start);
        if (populationSize < 2 || populationSize % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(populationSize), populationSize, $"Expected an even number of at least 2, for mirrored pairs, got {populationSize}.");
        }

        if ((long)populationSize * start.Length > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(populationSize),
                populationSize,
                $"Expected at most {Array.MaxLength / start.Length} candidates of {start.Length} parameters, got {populationSize}.");
        }

        _mean = start.ToArray();
        _step = new T[start.Length];
        _candidates = new T[populationSize * start.Length];
        _sorted = new T[populationSize];
        _order = new int[populationSize];
        _utilities = new double[populationSize];
        _random = new NumpyRandom(seed);
        // The first sort of a type allocates something of the runtime's; better here than in the first generation.
        Array.Sort(_sorted, _order);
    }

    /// <summary>n, the candidates of a generation.</summary>
    public int PopulationSize => _order.Length;

    /// <summary>Numbers in a candidate.</summary>
    public int ParameterCount => _mean.Length;

    /// <summary>Generations whose fitness has been told.</summary>
    public long Generation { get; private set; }

    /// <summary>σ, how far the candidates lie from m in each parameter; about the size of a change that makes a difference. Default: 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T Deviation
    {
        get;
        set => field = Setting.Positive(value, nameof(Deviation), "A deviation");
    } = T.CreateChecked(0.1);

    /// <summary>α, the size of a step in units of σ. Default: 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number greater than 0.</exception>
    public T LearningRate
    {
        get;
        set => field = Setting.Positive(value, nameof(LearningRate), "A learning rate");
    } = T.CreateChecked(5);

    /// <summary>m, what has been learnt: [ParameterCount]. Writing to it moves the point around which <see cref="Ask"/> draws.</summary>
    public Span<T> Mean => _mean;

    /// <summary>A candidate of this generation: [ParameterCount]. For any number of threads.</summary>
    /// <param name="index">From 0 up to, not including, <see cref="PopulationSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public ReadOnlySpan<T> Candidate(int index)
    {
        if ((uint)index >= (uint)PopulationSize)
            ThrowIndex(index);
        return _candidates.AsSpan(index * ParameterCount, ParameterCount);
    }

    /// <summary>Draws a generation around m. Candidates 2i and 2i + 1 are a mirrored pair.</summary>
    /// <returns>All candidates, [PopulationSize × ParameterCount], until the next call.</returns>
    public ReadOnlySpan<T> Ask()
    {
        int count = ParameterCount;
        for (int pair = 0; pair < PopulationSize / 2; pair++)
        {
            Span<T> plus = _candidates.AsSpan(2 * pair * count, count), minus = _candidates.AsSpan(((2 * pair) + 1) * count, count);
            for (int i = 0; i < plus.Length; i++)
            {
                T noise = Deviation * T.CreateChecked(_random.NextNormal());
                plus[i] = _mean[i] + noise;
                minus[i] = _mean[i] - noise;
            }
        }

        _asked = true;
        return _candidates;
    }

    /// <summary>Moves m by the fitness of the generation that was asked for last.</summary>
    /// <param name="fitness">[PopulationSize]: more is better. Infinities are fine, NaN isn't.</param>
    /// <exception cref="ArgumentException">The length is wrong, or a fitness is NaN. Nothing has changed then.</exception>
    /// <exception cref="InvalidOperationException">No generation was asked for since the last call.</exception>
    public void Tell(ReadOnlySpan<T> fitness)
    {
        Guard.Length(fitness.Length, PopulationSize, nameof(fitness));
        if (!_asked)
            throw new InvalidOperationException("Call Ask first: this generation's fitness has been told, or there was none yet.");
        for (int i = 0; i < fitness.Length; i++)
        {
            if (T.IsNaN(fitness[i]))
                throw new ArgumentException($"Expected a number, got NaN for candidate {i}. A run that went wrong may be given −∞.", nameof(fitness));
        }

        CentredRanks.Of(fitness, _sorted, _order, _utilities);
        Move();
        _asked = false;
        Generation++;
    }

    /// <summary>Half the difference of a mirrored pair is its σε, so the noise need not be kept.</summary>
    private void Move()
    {
        int count = ParameterCount;
        _step.AsSpan().Clear();
        for (int pair = 0; pair < PopulationSize / 2; pair++)
        {
            T weight = T.CreateChecked(_utilities[2 * pair] - _utilities[(2 * pair) + 1]);
            ReadOnlySpan<T> plus = Candidate(2 * pair), minus = Candidate((2 * pair) + 1);
            for (int i = 0; i < count; i++)
                _step[i] += weight * (plus[i] - minus[i]);
        }

        T scale = LearningRate / T.CreateChecked(2 * (long)PopulationSize);
        for (int i = 0; i < count; i++)
            _mean[i] += scale * _step[i];
    }

    private static void CheckFinite(ReadOnlySpan<T> start)
    {
        for (int i = 0; i < start.Length; i++)
        {
            if (!T.IsFinite(start[i]))
                throw new ArgumentException($"Expected finite parameters, got {start[i]} at position {i}.", nameof(start));
        }
    }

    [DoesNotReturn]
    private void ThrowIndex(int index) =>
        throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected a candidate from 0 to {PopulationSize - 1}, got {index}.");
}
