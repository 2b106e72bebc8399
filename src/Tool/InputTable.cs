using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Tool;

/// <summary>A CSV file of inputs, and the option <c>--columns</c>.</summary>
internal static class InputTable
{
    /// <summary>Reads a network's inputs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Names with commas between; null: all columns there are.</param>
    /// <param name="topology">Of the network.</param>
    /// <returns>[rows × InputSize], row-major.</returns>
    /// <exception cref="IOException">There are more or fewer columns than inputs.</exception>
    /// <exception cref="CsvException">A column is missing, or a cell is no number.</exception>
    public static T[] Read<T>(string path, string? columns, Topology topology)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const string Advice = "Name those that are inputs";
        try
        {
            return CsvFile.LoadMatrix<T>(path, columns?.Split(',', StringSplitOptions.TrimEntries), topology.InputSize);
        }
        catch (CsvException exception) when (exception.Message.Contains(Advice, StringComparison.Ordinal))
        {
            // The library does not know the option's name.
            throw new IOException(exception.Message.Replace(Advice, $"{Advice}, as in --columns x,y", StringComparison.Ordinal), exception);
        }
    }
}
