using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Emit;

/// <summary>Names of generated files. The compiler compares them without case and refuses a second of the same name.</summary>
internal static class FileName
{
    /// <summary><c>Namespace.Container+Name.g.cs</c>; with a number behind it for all but one of the types that differ only by case.</summary>
    public static string For(TypeSpec type, EquatableArray<string> twins)
    {
        int number = 0;
        foreach (string twin in twins)
        {
            if (twin == type.FullName)
                return $"{type.FullName}.{number.ToString(CultureInfo.InvariantCulture)}.g.cs";
            number++;
        }

        return $"{type.FullName}.g.cs";
    }

    /// <summary>The file of a network's numbers, beside that of its code.</summary>
    public static string OfWeights(string name) => name.Substring(0, name.Length - "g.cs".Length) + "Weights.g.cs";

    /// <summary>The names that differ from another one only by case: none, as a rule.</summary>
    public static EquatableArray<string> Twins(ImmutableArray<string> names, CancellationToken cancellation) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Distinct(StringComparer.Ordinal).Count() > 1)
            .SelectMany(group => group.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
            .ToEquatableArray();
}
