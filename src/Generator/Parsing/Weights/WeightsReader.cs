using System.Globalization;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing.Weights;

/// <summary>From a file of weights to the numbers of a network: an object of arrays with the names and shapes of PyTorch's tensors.</summary>
internal static class WeightsReader
{
    /// <summary>Reads the parameters of a topology.</summary>
    /// <param name="text">The file's.</param>
    /// <param name="spec">The network.</param>
    /// <returns>A row of literals for each input of a layer, then one for its biases; layer by layer, in the order of the flat parameters.</returns>
    /// <exception cref="FormatException">It is no JSON.</exception>
    /// <exception cref="WeightsMismatchException">It does not fit; the message tells the first difference.</exception>
    public static EquatableArray<string> Read(string text, NetworkSpec spec)
    {
        if (JsonReader.Read(text) is not JsonValue.Members { Items: var items })
            throw new FormatException("expected an object of tensors");
        var members = new Dictionary<string, JsonValue>();
        foreach (var item in items)
        {
            if (members.ContainsKey(item.Key))
                throw new FormatException($"\"{item.Key}\" appears twice");
            members.Add(item.Key, item.Value);
        }

        if (members.TryGetValue("network", out var network))
            CheckNetwork(network, spec);
        var rows = new List<string>();
        var own = new HashSet<string>();
        for (int layer = 0; layer < spec.Layers.Count; layer++)
        {
            string index = (2 * layer).ToString(CultureInfo.InvariantCulture);
            int inputs = spec.Layers[layer].Inputs, units = spec.Layers[layer].Units;
            string weight = index + ".weight", bias = index + ".bias";
            own.Add(weight);
            own.Add(bias);
            var weights = Matrix(members, weight, units, inputs, spec.Precision);
            var biases = Vector(members, bias, units, spec.Precision);
            rows.AddRange(Enumerable.Range(0, inputs).Select(input => string.Join(", ", weights.Select(unit => unit[input]))));
            rows.Add(string.Join(", ", biases));
        }

        // More layers, or normalisation between these: what the file's network computes is something else. Members that are no arrays, such as comments, may be there.
        if (items.FirstOrDefault(item => item.Value is JsonValue.List && !own.Contains(item.Key)).Key is { } more)
            throw new WeightsMismatchException($"it has \"{more}\", which no layer of the network takes");
        return rows.ToEquatableArray();
    }

    /// <summary>What a file of this library tells of its network.</summary>
    private static void CheckNetwork(JsonValue value, NetworkSpec spec)
    {
        if (value is not JsonValue.Members { Items: var items })
            return;
        Check("layers", spec.Layers.Select(layer => layer.Inputs).Append(spec.Outputs).Select(size => size.ToString(CultureInfo.InvariantCulture)));
        Check("activations", spec.Layers.Select(layer => layer.Activation.ToString()));
        Check("precision", new[] { spec.Precision.ToString() });

        void Check(string key, IEnumerable<string> expected)
        {
            var told = items.FirstOrDefault(item => item.Key == key).Value;
            if (told is null)
                return;
            string actual = string.Join(", ", told is JsonValue.List list ? list.Items.Select(Plain) : new[] { Plain(told) }), wanted = string.Join(", ", expected);
            if (actual != wanted)
                throw new WeightsMismatchException($"its {key} {(told is JsonValue.List ? "are" : "is")} {actual}, the network's {wanted}");
        }
    }

    private static string Plain(JsonValue value) => value switch
    {
        JsonValue.Number number => number.Digits,
        JsonValue.Text text => text.Value,
        _ => "?",
    };

    private static string[][] Matrix(Dictionary<string, JsonValue> members, string name, int units, int inputs, Precision precision)
    {
        var rows = Items(members, name);
        int width = rows.Count > 0 && rows[0] is JsonValue.List { Items: var first } ? first.Count : 0;
        if (rows.Count > 0 && !rows.Any(row => row is JsonValue.List))
            throw new WeightsMismatchException($"\"{name}\" is a flat list of {TopologyParser.Counted(rows.Count, "number")}, expected [{units}, {inputs}]: a row a unit");
        if (rows.Count != units || width != inputs)
            throw new WeightsMismatchException($"\"{name}\" is [{rows.Count}, {width}], expected [{units}, {inputs}]: a row a unit");
        return rows.Select((row, unit) => row is JsonValue.List { Items: var items } && items.Count == inputs
            ? items.Select((item, input) => Number(item, $"\"{name}\"[{unit}][{input}]", precision)).ToArray()
            : throw new WeightsMismatchException($"\"{name}\"[{unit}] is no row of {TopologyParser.Counted(inputs, "number")}")).ToArray();
    }

    private static string[] Vector(Dictionary<string, JsonValue> members, string name, int units, Precision precision)
    {
        var items = Items(members, name);
        if (items.Count != units)
            throw new WeightsMismatchException($"\"{name}\" is [{items.Count}], expected [{units}]");
        return items.Select((item, unit) => Number(item, $"\"{name}\"[{unit}]", precision)).ToArray();
    }

    private static IReadOnlyList<JsonValue> Items(Dictionary<string, JsonValue> members, string name) =>
        members.TryGetValue(name, out var value)
            ? value is JsonValue.List { Items: var items } ? items : throw new WeightsMismatchException($"\"{name}\" is no array")
            : throw new WeightsMismatchException($"it has no \"{name}\"");

    /// <summary>A literal, its digits as they are in the file: the compiler rounds them as the runtime would.</summary>
    private static string Number(JsonValue value, string place, Precision precision)
    {
        if (value is not JsonValue.Number { Digits: var digits })
            throw new WeightsMismatchException($"{place} is no number");
        // Half a step past the largest float is where rounding gives infinity.
        const double SingleLimit = 3.4028235677973366e38;
        bool fits = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsInfinity(number) && (precision == Precision.Double || Math.Abs(number) < SingleLimit);
        return fits ? digits + (precision == Precision.Double ? "d" : "f") : throw new WeightsMismatchException($"{place} is {digits}, which no {(precision == Precision.Double ? "double" : "float")} can hold");
    }
}

/// <summary>A file of weights that belongs to another network.</summary>
internal sealed class WeightsMismatchException(string message) : Exception(message);
