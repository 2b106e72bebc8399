using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Fuzz;

/// <summary>Makes new files of those of a corpus. The same seed makes the same files.</summary>
/// <param name="corpus">At least one file.</param>
/// <param name="seed">Of the random numbers.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostBytes = 1 << 16, MostChanges = 6, MostAtOnce = 32, Prefix = sizeof(ulong);

    /// <summary>What the reader looks for, and numbers at the edges of types.</summary>
    private static readonly byte[][] s_tokens = Array.ConvertAll(
        """
        { } [ ] , : " \u0061 \ud800 \udc00 null true {} [] 0 -1 1 2 3 6 1.0 1e9 1e-999 1e999 255 65536 2147483647 2147483648 4294967296
        4611686018427387904 9223372036854775807 9223372036854775808 18446744073709551616 "__metadata__" "dtype" "shape" "data_offsets" "F16" "BF16"
        "F32" "F64" "I32" "I64" "U64" "0.weight" "0.bias" "2.weight" "2.bias" "format" "version" "layers" "activations" "loss" "reduction" "precision"
        "golden.inputs" "golden.outputs" "inputs.offset" "inputs.factor" "targets.offset" "targets.factor" staticnet-network Tanh Softmax Sigmoid Relu
        CrossEntropy Mean Sum 2-3-2 1-1 8-65536-1024
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        Encoding.UTF8.GetBytes);

    private readonly Random _random = new(seed);
    private readonly List<byte> _part = [];

    /// <summary>A file of the corpus with a few changes.</summary>
    public byte[] Next()
    {
        byte[] file = corpus[_random.Next(corpus.Count)];
        // Mostly in the header or in the data, with the right length of the header in front: else nearly every file would end there.
        if (_random.Next(8) == 0 || file.Length < Prefix || BinaryPrimitives.ReadUInt64LittleEndian(file) is var length && length > (ulong)(file.Length - Prefix))
            return Changed(file);
        int end = Prefix + (int)length;
        byte[] header = file[Prefix..end], data = file[end..];
        if (data.Length > 0 && _random.Next(4) == 0)
            data = Changed(data);
        else
            header = Changed(header);
        byte[] prefix = new byte[Prefix];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        return [.. prefix, .. header, .. data];
    }

    private byte[] Changed(byte[] bytes)
    {
        _part.Clear();
        _part.AddRange(bytes);
        for (int changes = 1 + _random.Next(MostChanges); changes > 0; changes--)
            Change();
        return _part.ToArray();
    }

    private void Change()
    {
        int at = _random.Next(_part.Count + 1), count = Math.Min(1 + _random.Next(MostAtOnce), _part.Count - at);
        switch (_random.Next(8))
        {
            case 0 when count > 0:
                _part[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when count > 0:
                _part[at] = (byte)_random.Next(256);
                break;
            case 2:
                _part.RemoveRange(at, count);
                break;
            case 3 when _part.Count < MostBytes:
                _part.InsertRange(_random.Next(_part.Count + 1), _part.GetRange(at, count));
                break;
            case 4:
                _part.InsertRange(at, s_tokens[_random.Next(s_tokens.Length)]);
                break;
            case 5:
                Replace(IsNameByte, s_tokens[_random.Next(s_tokens.Length)], at);
                break;
            case 6:
                Replace(IsDigit, Encoding.UTF8.GetBytes(_random.Next(70).ToString(System.Globalization.CultureInfo.InvariantCulture)), at);
                break;
            case 7:
                byte[] other = corpus[_random.Next(corpus.Count)];
                int from = _random.Next(other.Length + 1);
                _part.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, _random.Next(4 * MostAtOnce))).ToArray());
                break;
        }
    }

    /// <summary>Puts a token in the place of the next bytes of a kind.</summary>
    private void Replace(Func<byte, bool> kind, byte[] token, int at)
    {
        while (at < _part.Count && !kind(_part[at]))
            at++;
        int end = at;
        while (end < _part.Count && kind(_part[end]))
            end++;
        _part.RemoveRange(at, end - at);
        _part.InsertRange(at, token);
    }

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool IsNameByte(byte value) => value == '"' || value == '_' || value == '.' || char.IsAsciiLetterOrDigit((char)value);
}
