using StaticNet.Serialization;
using StaticNet.Tests.Serialization;

namespace StaticNet.Fuzz;

/// <summary>What is fuzzed: all that reads a network's file. Whatever the bytes, they are read, or refused with a <see cref="SafeTensorsException"/>.</summary>
internal static class Reading
{
    /// <summary>More bytes allocated while reading one file are a finding.</summary>
    public const long MostAllocated = 64 * 1024 * 1024;

    /// <summary>Reads a file in every way.</summary>
    /// <returns>Whether it is a network's file, down to its self-test.</returns>
    /// <exception cref="InvalidDataException">Too much was allocated, or what was read contradicts itself.</exception>
    public static bool Run(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadTensors(file);
        bool isLoaded = Load(file);
        bool isRead = Accepts(() => NetworkFile.Read<float>(new OnlyForward(file)));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > MostAllocated)
            throw new InvalidDataException($"{allocated} bytes were allocated.");
        return isLoaded || isRead;
    }

    private static void ReadTensors(byte[] bytes) => Accepts(() =>
    {
        var file = SafeTensorsFile.Read(new MemoryStream(bytes));
        foreach (string name in file.Names)
        {
            var info = file[name];
            int count = info.Type switch
            {
                TensorType.F32 => file.Get<float>(name).Length,
                TensorType.F64 => file.Get<double>(name).Length,
                TensorType.I32 => file.Get<int>(name).Length,
                TensorType.I64 => file.Get<long>(name).Length,
                TensorType.U64 => file.Get<ulong>(name).Length,
                TensorType.F16 => file.Get<Half>(name).Length,
                _ => file.GetNumbers<float>(name).Length,
            };
            if (count != info.Count)
                throw new InvalidDataException($"'{name}', {info}, has {count} elements.");
            Accepts(() => file.GetNumbers<float>(name));
            Accepts(() => file.GetNumbers<double>(name));
        }
    });

    /// <summary>A network keeps its parameters if the file is refused, and has finite ones if it is not.</summary>
    private static bool Load(byte[] bytes)
    {
        var network = new Tiny();
        Span<float> before = stackalloc float[Tiny.ParameterCount];
        network.Parameters.CopyTo(before);
        bool isLoaded = Accepts(() => NetworkFile.Load(new MemoryStream(bytes), network));
        if (!isLoaded && !network.Parameters.SequenceEqual(before))
            throw new InvalidDataException("A refused file changed the network.");
        foreach (float parameter in network.Parameters)
        {
            if (!float.IsFinite(parameter))
                throw new InvalidDataException($"A parameter is {parameter}.");
        }
        return isLoaded;
    }

    private static bool Accepts(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (SafeTensorsException)
        {
            return false;
        }
    }
}
