using System.Text;
using StaticNet.C;

namespace StaticNet.Quantization;

/// <summary>A quantised network as a C99 header, with the arithmetic of <see cref="QuantizedNetwork"/>: integers of stdint.h, and no other header.</summary>
/// <param name="network">What.</param>
/// <param name="name">The prefix of all names.</param>
internal sealed class CHeader(QuantizedNetwork network, string name)
{
    /// <summary>Checks a prefix.</summary>
    /// <exception cref="ArgumentException">It cannot begin a name.</exception>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!CName.IsValid(name))
            throw new ArgumentException($"Expected {CName.Rule}, got '{name}'.", nameof(name));
    }

    /// <summary>The file's text.</summary>
    /// <param name="scales">Whether there are macros for the scales, the only floating-point constants.</param>
    public string Text(bool scales)
    {
        string guard = name.ToUpperInvariant();
        var layers = network.Layers;
        var parts = new List<string>
        {
            $"""
            /*
             * {name}: {network.Topology.ToString().Replace("→", "->")}, in 8-bit integers. Written by StaticNet.
             * An input is round(x / {CText.Value(network.InputScale)}){CText.Plus(network.InputZeroPoint)}, limited to -128 ... 127.
             * An output q stands for {CText.Value(network.OutputScale)} * (q{CText.Plus(-network.OutputZeroPoint)}).
             * Constants take {network.Bytes} bytes, a call some {StackBytes} bytes of the stack.
             */
            #ifndef {guard}_H
            #define {guard}_H

            #include <stdint.h>

            #define {guard}_INPUT_SIZE {network.Topology.InputSize}
            #define {guard}_OUTPUT_SIZE {network.Topology.OutputSize}
            #define {guard}_INPUT_ZERO_POINT {CText.Value(network.InputZeroPoint)}
            #define {guard}_OUTPUT_ZERO_POINT {CText.Value(network.OutputZeroPoint)}
            """,
        };
        if (scales)
            parts.Add($"#define {guard}_INPUT_SCALE {CText.Constant(network.InputScale)}\n#define {guard}_OUTPUT_SCALE {CText.Constant(network.OutputScale)}");

        parts.Add(SumAndScale);
        if (layers[^1].Units > 1 && network.Topology.IsClassifier)
            parts.Add(Largest);
        parts.AddRange(layers.Select(layer => layer.IntegerActivation.CHelpers(name)).Distinct());
        for (int i = 0; i < layers.Length; i++)
            parts.Add(Layer(layers[i], i + 1));
        parts.Add(Sums);
        parts.Add(Forward);
        if (network.Topology.IsClassifier)
            parts.Add(Predict);
        parts.Add("#endif");
        return string.Join("\n\n", parts) + "\n";
    }

    private string SumAndScale => $$"""
        /* The sum of a unit. Biases and sizes are such that no order of the additions overflows. */
        static inline int32_t {{name}}_sum(const int8_t *x, const int8_t *w, int32_t bias, int32_t inputs)
        {
            for (int32_t i = 0; i < inputs; i++)
                bias += (int32_t)x[i] * w[i];
            return bias;
        }

        /* z * multiplier / 2^shift to the nearest integer, halves upwards. No negative number is shifted: C leaves to the compiler what that gives. */
        static inline int64_t {{name}}_scale(int32_t z, int32_t multiplier, int shift)
        {
            int64_t product = (int64_t)z * multiplier + ((int64_t)1 << (shift - 1));
            return product < 0 ? ~(~product >> shift) : product >> shift;
        }
        """;

    private string Largest => $$"""
        static inline int32_t {{name}}_largest(const int32_t *z)
        {
            int32_t best = 0;
            for (int32_t j = 1; j < {{network.Topology.OutputSize}}; j++)
                best = z[j] > z[best] ? j : best;
            return best;
        }
        """;

    private string Sums
    {
        get
        {
            var text = new StringBuilder($"/* The sums of the output layer. */\nstatic inline void {name}_sums(const int8_t *input, int32_t *sums)\n{{\n");
            foreach (int odd in new[] { 1, 0 })
            {
                if (MostHidden(odd) is > 0 and int most)
                    text.Append($"    int8_t {Buffer(odd)}[{most}];\n");
            }

            for (int i = 0; i < network.Layers.Length; i++)
            {
                var layer = network.Layers[i];
                string sum = $"{name}_sum({(i == 0 ? "input" : Buffer(i))}, {name}_w{i + 1} + j * {layer.Inputs}, {name}_b{i + 1}[j], {layer.Inputs})";
                text.Append($"    for (int32_t j = 0; j < {layer.Units}; j++)\n");
                text.Append(i == network.Layers.Length - 1 ? $"        sums[j] = {sum};\n" : $"        {Buffer(i + 1)}[j] = {name}_a{i + 1}({sum});\n");
            }

            return text.Append('}').ToString();
        }
    }

    private string Forward
    {
        get
        {
            int units = network.Topology.OutputSize, last = network.Layers.Length;
            string activate = network.Layers[^1].Activation == Activation.Softmax
                ? $"    {name}_a{last}(z, output);"
                : $"    for (int32_t j = 0; j < {units}; j++)\n        output[j] = {name}_a{last}(z[j]);";
            return $$"""
                /* The output of one sample. */
                static inline void {{name}}_forward(const int8_t *input, int8_t *output)
                {
                    int32_t z[{{units}}];
                    {{name}}_sums(input, z);
                {{activate}}
                }
                """;
        }
    }

    private string Predict => network.Topology.OutputSize == 1
        ? $$"""
            /* 1 where the output stands for at least 1/2, else 0. */
            static inline int32_t {{name}}_predict(const int8_t *input)
            {
                int8_t output;
                {{name}}_forward(input, &output);
                return output >= 0;
            }
            """
        : $$"""
            /* The class of the largest output, the first of equals. */
            static inline int32_t {{name}}_predict(const int8_t *input)
            {
                int32_t z[{{network.Topology.OutputSize}}];
                {{name}}_sums(input, z);
                return {{name}}_largest(z);
            }
            """;

    private int StackBytes => (sizeof(int) * network.Topology.OutputSize) + MostHidden(0) + MostHidden(1);

    private string Layer(QuantizedLayer layer, int number) =>
        $"/* Layer {number}: {layer.Units} {layer.Activation.ToString().ToLowerInvariant()}. A row of weights for each unit; 1 stands for {CText.Value(layer.WeightScale)}. */\n"
        + CText.Array("int8_t", $"{name}_w{number}", layer.Weights) + "\n"
        + CText.Array("int32_t", $"{name}_b{number}", layer.Biases) + "\n\n"
        + layer.IntegerActivation.CFunction(name, number, layer.Units);

    /// <summary>Activations of layer 1, 3, … share memory, and those of 2, 4, …</summary>
    private static string Buffer(int layer) => layer % 2 == 1 ? "odd" : "even";

    private int MostHidden(int odd) =>
        Enumerable.Range(1, network.Layers.Length - 1).Where(layer => layer % 2 == odd).Select(layer => network.Layers[layer - 1].Units).DefaultIfEmpty().Max();
}
