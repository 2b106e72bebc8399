using StaticNet.Serialization;

namespace StaticNet;

/// <content>What an optimizer remembers, in files. Its settings, but for the learning rate, are the program's.</content>
public abstract partial class Optimizer<T, TRule>
{
    private const string Format = "staticnet-optimizer", Version = "1";

    /// <summary>Saves what the optimizer remembers: state, step count, learning rate. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Of a safetensors file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Writes what the optimizer remembers, in the format safetensors.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(Stream stream)
    {
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("format", Format);
        writer.AddMetadata("version", Version);
        writer.AddMetadata("rule", RuleName);
        writer.Add<T>("learningRate", [LearningRate], 1);
        writer.Add<long>("steps", [StepCount], 1);
        writer.Add<T>("state", _state, _state.Length);
        writer.Add<double>("scalars", _scalars, _scalars.Length);
        writer.WriteTo(stream);
    }

    /// <summary>Takes up what an optimizer of the same kind and size remembered.</summary>
    /// <param name="path">Of a file that <see cref="Save(string)"/> wrote. Its state is taken as it is: after a run that diverged, NaN too.</param>
    /// <exception cref="SafeTensorsException">It is damaged, or of another kind of optimizer, or of one for another network. Nothing has been changed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void Load(string path) => SafeTensorsFile.Open(path, stream =>
    {
        Load(stream);
        return this;
    });

    /// <inheritdoc cref="Load(string)"/>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote, to its end; stays open.</param>
    public void Load(Stream stream)
    {
        var file = SafeTensorsFile.Read(stream);
        foreach (var (name, expected) in new[] { ("format", Format), ("version", Version), ("rule", RuleName) })
        {
            if (file.Metadata.GetValueOrDefault(name) is var actual && actual != expected)
                throw new SafeTensorsException($"Expected the state of an optimizer with {name} {expected}; the file has {name} {actual ?? "missing"}.");
        }

        T[] rate = Numbers<T>(file, "learningRate", 1), state = Numbers<T>(file, "state", _state.Length);
        double[] scalars = Numbers<double>(file, "scalars", _scalars.Length);
        long steps = Numbers<long>(file, "steps", 1)[0];
        if (steps < 0)
            throw new SafeTensorsException($"Expected a step count of at least 0 in 'steps', got {steps}.");
        try
        {
            // Checked like any other rate; the rest cannot fail.
            LearningRate = rate[0];
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new SafeTensorsException($"The learning rate in the file is none: {Guard.Reason(exception)}", exception);
        }

        StepCount = steps;
        state.CopyTo(_state, 0);
        scalars.CopyTo(_scalars, 0);
    }

    /// <summary>The rule without the number of its type parameters, nor their names.</summary>
    private static string RuleName => $"{typeof(TRule).Name.Split('`')[0]}, {typeof(T).Name}";

    private static TNumber[] Numbers<TNumber>(SafeTensorsFile file, string name, int count)
        where TNumber : unmanaged
    {
        var numbers = file.Get<TNumber>(name);
        return numbers.Length == count ? numbers : throw new SafeTensorsException($"Expected {count} numbers in '{name}', as this optimizer has; it is {file[name]}.");
    }
}
