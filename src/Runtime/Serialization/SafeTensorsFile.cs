using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace StaticNet.Serialization;

/// <summary>A safetensors file in memory. All of it is checked when it is read; what is not as the format says is refused.</summary>
public sealed class SafeTensorsFile
{
    private const int FirstBuffer = 1 << 16;

    private readonly Dictionary<string, (TensorInfo Info, byte[] Data)> _tensors = [];

    private SafeTensorsFile(SafeTensorsHeader header)
    {
        Metadata = header.Metadata.AsReadOnly();
        Names = [.. header.Tensors.Select(tensor => tensor.Info.Name)];
    }

    /// <summary>The texts about the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The names of the tensors, in the order of the header.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the file says about a tensor.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <exception cref="SafeTensorsException">There is no such tensor; the message lists those that there are.</exception>
    public TensorInfo this[string name] => Find(name).Info;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SafeTensorsException">It is not in the safetensors format, or holds elements of types other than <see cref="TensorType"/>'s.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SafeTensorsFile Read(string path) => Open(path, Read);

    /// <summary>Reads a file in some way; what is wrong with it is told with its name.</summary>
    internal static TResult Open<TResult>(string path, Func<Stream, TResult> read)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return read(stream);
        }
        catch (SafeTensorsException exception)
        {
            throw new SafeTensorsException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a file from a stream, from its position to its end.</summary>
    /// <param name="stream">Stays open.</param>
    /// <exception cref="SafeTensorsException">It is not in the safetensors format, or holds elements of types other than <see cref="TensorType"/>'s.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SafeTensorsFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(stream, SafeTensors.Prefix, "the length of the header"));
        if (length > SafeTensors.HeaderLimit)
            throw new SafeTensorsException($"A header has at most {SafeTensors.HeaderLimit} bytes; by its first {SafeTensors.Prefix} bytes this one has {length}.");

        var header = SafeTensorsHeader.Parse(ReadBytes(stream, (int)length, "the header"));
        var file = new SafeTensorsFile(header);
        foreach (var (info, _) in header.InOrderOfData())
            file._tensors.Add(info.Name, (info, ReadBytes(stream, info.Bytes, $"'{info.Name}'")));
        if (stream.ReadByte() >= 0)
            throw new SafeTensorsException("Expected the end of the file behind the last tensor, but it goes on.");
        return file;
    }

    /// <summary>A copy of a tensor's elements, row-major.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>[the product of its shape]</returns>
    /// <exception cref="SafeTensorsException">There is no such tensor, or its elements are of another type.</exception>
    /// <exception cref="NotSupportedException">No tensor can have elements of this type.</exception>
    public T[] Get<T>(string name)
        where T : unmanaged => Elements<T>(name).ToArray();

    /// <summary>Copies a tensor's elements, row-major.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="destination">[the product of its shape], overwritten.</param>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <exception cref="SafeTensorsException">There is no such tensor, its elements are of another type, or they are more or fewer; nothing has been written.</exception>
    /// <exception cref="NotSupportedException">No tensor can have elements of this type.</exception>
    public void CopyTo<T>(string name, Span<T> destination)
        where T : unmanaged
    {
        var elements = Elements<T>(name);
        if (elements.Length != destination.Length)
            throw new SafeTensorsException($"Expected {destination.Length} values in '{name}', but it is {this[name]}.");
        elements.CopyTo(destination);
    }

    /// <summary>A copy of a tensor's numbers, row-major; those of half precision, F16 or BF16, are widened, which is exact.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>[the product of its shape]</returns>
    /// <exception cref="SafeTensorsException">There is no such tensor, or its elements are neither of half precision nor of this type.</exception>
    public T[] GetNumbers<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (info, data) = Find(name);
        switch (info.Type)
        {
            case TensorType.F16:
                return Array.ConvertAll(Get<Half>(name), T.CreateChecked);
            case TensorType.BF16:
                return Array.ConvertAll(MemoryMarshal.Cast<byte, ushort>(data).ToArray(), upper => T.CreateChecked(BitConverter.UInt32BitsToSingle((uint)upper << 16)));
            default:
                return Get<T>(name);
        }
    }

    private ReadOnlySpan<T> Elements<T>(string name)
        where T : unmanaged
    {
        var (info, data) = Find(name);
        var expected = TensorTypes.Of<T>();
        if (info.Type != expected)
            throw new SafeTensorsException($"Expected elements of type {expected} in '{name}', but it is {info}.");
        return MemoryMarshal.Cast<byte, T>(data);
    }

    private (TensorInfo Info, byte[] Data) Find(string name) =>
        _tensors.TryGetValue(name, out var tensor)
            ? tensor
            : throw new SafeTensorsException($"There is no tensor '{name}'; there are: {string.Join(", ", Names)}.");

    /// <summary>Reads so many bytes. A buffer of that size is allocated only if the stream is known to have them; else it grows as they come.</summary>
    private static byte[] ReadBytes(Stream stream, int count, string what)
    {
        bool known = stream.CanSeek;
        if (known && stream.Length - stream.Position < count)
            throw Truncated(stream.Length - stream.Position);
        byte[] buffer = new byte[known ? count : Math.Min(count, FirstBuffer)];
        int filled = 0;
        while (filled < count)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(count, 2L * buffer.Length));
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                throw Truncated(filled);
            filled += read;
        }
        return buffer;

        SafeTensorsException Truncated(long present) => new($"The file ends within {what}: expected {count} bytes, got {present}.");
    }
}
