using StaticNet.Sample;
using StaticNet.Serialization;

namespace StaticNet.Tests.Loops;

/// <summary>Looks into what a monitor would save.</summary>
internal static class Checkpoints
{
    /// <summary>What a monitor has learnt: all but its window and its counters.</summary>
    public static ulong Knowledge(SensorMonitor monitor)
    {
        var writer = new SafeTensorsWriter();
        monitor.AddTo(writer);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;
        var file = SafeTensorsFile.Read(stream);
        var hash = new Fnv1a();
        foreach (string name in (string[])["parameters", "adam.state", "memory"])
            hash.Add(file.Get<float>(name));
        foreach (double number in (double[])[.. file.Get<double>("errors"), .. file.Get<double>("adam.scalars")])
            hash.Add(number);
        return hash.Value;
    }
}
