namespace StaticNet.Sample;

/// <summary>A policy network learns to balance a pole, with gradients and without: no labels, only the score of a game.</summary>
internal sealed class CartPoleCommand : SampleCommand
{
    private const int Seeds = 10;

    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "The cart-pole: a 4-16-2 policy network, with gradients and without");
        Report.Line(console, $"An episode's return is the steps until the pole leans by 12° or the cart leaves the track, {CartPoleState.MostSteps} at most.");
        Report.Line(console, $"After each round {CartPoleTraining.TestEpisodes} test episodes, until none fails; {Seeds} seeds, from {data.Seed}.");

        uint[] seeds = [.. Enumerable.Range(0, Seeds).Select(i => unchecked(data.Seed + (uint)i))];
        Reinforce[] reinforce = Array.ConvertAll(seeds, seed => new Reinforce(seed));
        Evolution[] evolution = Array.ConvertAll(seeds, seed => new Evolution(seed));
        var results = TrainingDisplay.Run(console,
        [
            Job("REINFORCE", reinforce, seeds),
            Job("evolution strategy", evolution, seeds),
        ]);

        Report.CartPoleTable(console, seeds, results[0], results[1]);
        Report.CartPole(console, "REINFORCE", results[0]);
        Report.CartPole(console, "Evolution strategy", results[1]);
        Report.Picture(console, pictures.Save(LearningPlot.Draw(results[0], results[1]), "cartpole-learning"));
        Report.Picture(console, pictures.SaveStrip(FramesPlot.Draw(data.Seed,
        [
            new("Before training", new CartPoleNet(data.Seed), Theme.Ink),
            new($"After {results[0][0].Episodes[^1]:#,0} episodes of REINFORCE", reinforce[0].Policy, Theme.Class0),
            new($"After {results[1][0].Episodes[^1]:#,0} episodes of an evolution strategy", evolution[0].Policy, Theme.Class1),
        ]), "cartpole-frames"));
    }

    private static TrainingJob<CartPoleResult[]> Job(string name, ICartPoleLearner[] learners, uint[] seeds) =>
        new(name, learners.Length, "runs", progress =>
        {
            var results = new CartPoleResult[learners.Length];
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = CartPoleTraining.Run(learners[i], seeds[i]);
                progress.Done = i + 1;
            }
            return results;
        });
}
