using System.Globalization;
using StaticNet.Onnx.Proto;

namespace StaticNet.Onnx.Import;

/// <summary>Sizes of dimensions.</summary>
internal static class Shape
{
    /// <summary>The declared dimensions of an input or output, null where a size is free; null: nothing is said.</summary>
    /// <remarks>Some exporters write 0 or −1 for a free size.</remarks>
    public static long?[]? Of(ValueInfoProto value) =>
        value.Type?.TensorType?.Shape is { } shape ? [.. shape.Dim.Select(size => size.DimValue > 0 ? size.DimValue : (long?)null)] : null;

    /// <summary>As <c>[2, 3]</c>.</summary>
    public static string Text(IEnumerable<long> dims) => $"[{string.Join(", ", dims.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";
}
