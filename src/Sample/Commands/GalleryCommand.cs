namespace StaticNet.Sample;

/// <summary>The tutorial's second half: what the size of the hidden layer does to the boundary.</summary>
internal sealed class GalleryCommand : SampleCommand
{
    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "The gallery: hidden layers of 1 to 50 units");

        IGalleryEntry[] entries =
        [
            new GalleryEntry<MoonNet1>(new(), 1),
            new GalleryEntry<MoonNet2>(new(), 2),
            new GalleryEntry<MoonNet>(new(), 3),
            new GalleryEntry<MoonNet4>(new(), 4),
            new GalleryEntry<MoonNet5>(new(), 5),
            new GalleryEntry<MoonNet20>(new(), 20),
            new GalleryEntry<MoonNet50>(new(), 50),
        ];
        var results = TrainingDisplay.Run(console, [.. entries.Select(entry => entry.Training(data))]);
        var accuracies = Array.ConvertAll(entries, entry => Accuracy.Of(entry.Network, data));

        Report.GalleryTable(console, [.. entries.Select((entry, i) => (entry.Hidden, results[i], accuracies[i]))]);
        string path = pictures.SaveGallery(
        [
            .. entries.Select((entry, i) => BoundaryPlot.DrawSmall(
                entry.Network, data, $"{entry.Hidden} hidden {(entry.Hidden == 1 ? "unit" : "units")}: {accuracies[i]}", legend: i == 0)),
            LossPlot.DrawSmall("Loss by hidden units", [.. entries.Select((entry, i) => new LossCurve($"{entry.Hidden}", results[i].Losses))]),
        ], "gallery");
        Report.Picture(console, path);
    }

    /// <summary>A network whose type only its entry knows.</summary>
    private interface IGalleryEntry
    {
        int Hidden { get; }

        IClassifier<double> Network { get; }

        TrainingJob Training(MoonData data);
    }

    private sealed class GalleryEntry<TNetwork>(TNetwork network, int hidden) : IGalleryEntry
        where TNetwork : class, IClassifier<double>
    {
        public int Hidden => hidden;

        public IClassifier<double> Network => network;

        public TrainingJob Training(MoonData data)
        {
            int[] layers = [2, hidden, 2];
            TutorialWeights.Write(network.Parameters, layers, data.Seed);
            return new($"2-{hidden}-2", FullBatch.Passes, progress => FullBatch.Train(network, layers, data, FullBatch.L2, progress));
        }
    }
}
