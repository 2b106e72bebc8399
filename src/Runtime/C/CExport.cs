using System.Numerics;
using StaticNet.C;

namespace StaticNet;

/// <summary>
/// Writes networks as C, for devices that run no .NET: one header (C99, also C++11) with the weights as constants and a function for the forward pass. It has the bits of
/// <see cref="INetwork{T}.Forward"/> where the compiler keeps to IEEE 754; the header says what that takes.
/// </summary>
/// <example><code>
/// using var file = File.CreateText("moon_net.h");
/// network.ExportC(file);      // static inline void moon_net_forward(const float *input, float *output)
/// </code></example>
public static class CExport
{
    /// <summary>Writes a network as a header: <c>name_forward</c>, and <c>name_predict</c> if its outputs are probabilities of classes.</summary>
    /// <param name="network">What is written.</param>
    /// <param name="writer">Where to; stays open. Lines end with a line feed, all characters are ASCII.</param>
    /// <param name="options">The name, and whether the C library is used. Null: defaults.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The name is no C identifier, or a parameter is NaN or infinite. Nothing has been written.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void ExportC<T>(this INetwork<T> network, TextWriter writer, CExportOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        Write(NetworkModel<T>.Of(network), CName.OfClass(network.GetType().Name), nameof(network), writer, options);
    }

    /// <inheritdoc cref="ExportC{T}(INetwork{T}, TextWriter, CExportOptions?)"/>
    public static void ExportC<T>(this NetworkModel<T> network, TextWriter writer, CExportOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        Write(network, "network", nameof(network), writer, options);
    }

    private static void Write<T>(NetworkModel<T> model, string name, string argument, TextWriter writer, CExportOptions? options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        options ??= new();
        options.Check();
        foreach (T parameter in model.Parameters)
        {
            if (!T.IsFinite(parameter))
                throw new ArgumentException("A parameter of the network is NaN or infinite; C has no literal for it.", argument);
        }

        new CHeader<T>(model, new(options.Name ?? name, typeof(T) == typeof(double), options.UseLibm)).Write(writer);
    }
}
