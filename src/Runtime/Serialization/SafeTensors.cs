namespace StaticNet.Serialization;

/// <summary>
/// The safetensors format (huggingface.co/docs/safetensors): eight bytes with the length of the header, little-endian; the header, JSON, an object
/// <c>{"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …, "__metadata__": {"key": "text"}}</c>, padded with spaces; then the
/// elements of all tensors, little-endian, without gaps. Offsets count from the end of the header.
/// </summary>
internal static class SafeTensors
{
    /// <summary>The key of the metadata in the header; no tensor has this name.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>The longest header, in bytes; the limit of the reference implementation.</summary>
    public const int HeaderLimit = 100_000_000;

    /// <summary>Bytes that tell the length of the header; also what the header's length is a multiple of when we write it.</summary>
    public const int Prefix = sizeof(ulong);
}
