namespace StaticNet.Sample;

/// <summary>An anomaly as it looked, with what was before and after.</summary>
/// <param name="Anomaly">What was wrong.</param>
/// <param name="First">The first step shown.</param>
/// <param name="Readings">[steps × channels]</param>
/// <param name="Errors">Of each step.</param>
/// <param name="Alarms">Of each step.</param>
/// <param name="Threshold">Before the anomaly.</param>
internal sealed record Episode(Anomaly Anomaly, long First, float[][] Readings, float[] Errors, bool[] Alarms, double Threshold)
{
    private const int Margin = 60;
    private const int MostBlocks = 100;

    /// <summary>Lets the monitor go on until it has seen an anomaly of each kind.</summary>
    public static List<Episode> Find(SensorStream stream, SensorMonitor monitor)
    {
        var episodes = new List<Episode>();
        float[] readings = new float[SensorStream.Channels];
        long block = Math.Max((monitor.Step / Anomaly.Block) + 1, Anomaly.QuietBlocks);
        for (long last = block + MostBlocks; block < last && episodes.Count < Anomaly.Kinds; block++)
        {
            var anomaly = stream.AnomalyNear(block * Anomaly.Block)!.Value;
            if (episodes.Exists(episode => episode.Anomaly.Kind == anomaly.Kind))
                continue;
            while (monitor.Step < anomaly.Start - Margin)
                Next(monitor.Step);

            int count = anomaly.Length + (2 * Margin);
            var episode = new Episode(anomaly, monitor.Step, new float[count][], new float[count], new bool[count], monitor.Threshold);
            for (int i = 0; i < count; i++)
            {
                episode.Alarms[i] = Next(monitor.Step);
                (episode.Readings[i], episode.Errors[i]) = ([.. readings], monitor.Error);
            }
            episodes.Add(episode);
        }
        return [.. episodes.OrderBy(episode => episode.Anomaly.Kind)];

        bool Next(long step)
        {
            stream.Read(step, readings);
            return monitor.Next(readings);
        }
    }
}
