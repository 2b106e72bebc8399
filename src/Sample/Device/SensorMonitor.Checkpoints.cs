using System.Globalization;
using StaticNet.Serialization;

namespace StaticNet.Sample;

/// <content>All that the monitor is, in one file: parameters, optimizer, memory, statistics, the state of the alarm.</content>
internal sealed partial class SensorMonitor
{
    private const string Format = "staticnet-sensor-monitor-1";

    /// <summary>Adds all of it to a file.</summary>
    public void AddTo(SafeTensorsWriter writer)
    {
        writer.AddMetadata("format", Format);
        writer.AddMetadata("seed", Text(_seed));
        writer.Add<float>("parameters", _network.Parameters, SensorNet.ParameterCount);
        writer.Add<float>("adam.state", _adam.State, _adam.State.Length);
        writer.Add<double>("adam.scalars", _adam.Scalars, _adam.Scalars.Length);
        writer.Add<float>("memory", _memory, Remembered, WindowSize);
        writer.Add<float>("window", _window, WindowSize);
        writer.Add<double>("errors", [_errors.Mean, _errors.Deviation, _errors.Count], 3);
        writer.Add<long>("counters", [Step, _adam.StepCount, _remembered, _alarmSteps, _calmSteps, _learnsUntil], 6);
    }

    /// <summary>Takes up what another monitor was.</summary>
    /// <param name="file">What <see cref="AddTo"/> has written.</param>
    /// <exception cref="SafeTensorsException">It is of another program or seed, or damaged. Nothing has been changed then.</exception>
    public void Load(SafeTensorsFile file)
    {
        foreach (var (name, expected) in new[] { ("format", Format), ("seed", Text(_seed)) })
        {
            if (file.Metadata.GetValueOrDefault(name) is var actual && actual != expected)
            {
                throw new SafeTensorsException(
                    $"Expected a checkpoint with {name} {expected}; the file has {name} {actual ?? "missing"}. Remove it, or run with what it was made with.");
            }
        }

        // All is read before anything is changed.
        float[] parameters = Numbers<float>(file, "parameters", SensorNet.ParameterCount), state = Numbers<float>(file, "adam.state", _adam.State.Length);
        double[] scalars = Numbers<double>(file, "adam.scalars", _adam.Scalars.Length), errors = Numbers<double>(file, "errors", 3);
        float[] memory = Numbers<float>(file, "memory", _memory.Length), window = Numbers<float>(file, "window", WindowSize);
        long[] counters = Numbers<long>(file, "counters", 6);
        if (counters.Min() < 0 || counters[3] > LongestAlarm || counters[4] > Calm)
            throw new SafeTensorsException($"The counters in the file make no sense: {string.Join(", ", counters.Select(Text))}.");

        parameters.CopyTo(_network.Parameters);
        state.CopyTo(_adam.State);
        scalars.CopyTo(_adam.Scalars);
        memory.CopyTo(_memory, 0);
        window.CopyTo(_window, 0);
        _errors = new() { Mean = errors[0], Deviation = errors[1], Count = errors[2] };
        (Step, _adam.StepCount, _remembered, _alarmSteps, _calmSteps, _learnsUntil) =
            (counters[0], counters[1], counters[2], (int)counters[3], (int)counters[4], counters[5]);
    }

    /// <summary>Every bit of what a checkpoint holds.</summary>
    public ulong Hash()
    {
        var hash = new Fnv1a();
        hash.Add(_network.Parameters);
        hash.Add(_adam.State);
        foreach (double scalar in _adam.Scalars)
            hash.Add(scalar);
        hash.Add(_memory);
        hash.Add(_window);
        foreach (double number in (ReadOnlySpan<double>)[_errors.Mean, _errors.Deviation, _errors.Count])
            hash.Add(number);
        foreach (long counter in (ReadOnlySpan<long>)[Step, _adam.StepCount, _remembered, _alarmSteps, _calmSteps, _learnsUntil])
            hash.Add(counter);
        return hash.Value;
    }

    private static T[] Numbers<T>(SafeTensorsFile file, string name, int count)
        where T : unmanaged
    {
        var numbers = file.Get<T>(name);
        return numbers.Length == count ? numbers : throw new SafeTensorsException($"Expected {count} numbers in '{name}'; it is {file[name]}.");
    }

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
