using System.Globalization;
using System.Numerics;

namespace StaticNet.C;

/// <summary>The header of a network, from its first line to its last.</summary>
/// <param name="model">The network.</param>
/// <param name="style">How the header is written.</param>
internal sealed class CHeader<T>(NetworkModel<T> model, CStyle style)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers in a line.</summary>
    private const int LineNumbers = 8;

    private readonly Topology _topology = model.Topology;

    /// <summary>Writes all of it.</summary>
    public void Write(TextWriter writer)
    {
        var helpers = new CHelpers(style);
        var functions = new CFunctions(style, helpers);
        var forward = CForward.Body(_topology, style, helpers, functions);
        writer.Write(Top());
        writer.Write(helpers.Text());
        writer.Write(functions.Text);
        WriteParameters(writer);
        writer.Write($"/* Computes the output of one sample. input[{Int(_topology.InputSize)}], output[{Int(_topology.OutputSize)}]; they must not overlap. */\n");
        writer.Write($"static inline void {style.Name}_forward(const {style.Number} *input, {style.Number} *output)\n{{\n");
        foreach (string line in forward)
            writer.Write(line + "\n");
        writer.Write("}\n\n");
        if (_topology.IsClassifier)
            writer.Write(Predict());
        writer.Write(Bottom());
    }

    private string Top()
    {
        int bytes = style.IsDouble ? sizeof(double) : sizeof(float);
        string name = style.Name, macro = style.Macro, number = style.Number, mantissa = style.IsDouble ? "DBL_MANT_DIG != 53" : "FLT_MANT_DIG != 24";
        string predict = _topology.IsClassifier ? $"\n *     int {name}_predict(const {number} *input);" : "";
        string parameters = $"{Int(_topology.ParameterCount)} parameters, {Int(_topology.ParameterCount * (long)bytes)} bytes of constants";
        string activations = $"Activations take {Int(new CBuffers(_topology).Length * (long)bytes)} bytes of stack.";
        string stack = _topology.IsClassifier ? $" {name}_predict has {Int(_topology.OutputSize * bytes)} more for the output." : "";
        string libraries = (style.UsesLibm ? "the mathematics library and " : "") + "memcpy, which compilers replace by a move";
        string fma = style.UsesLibm
            ? "\n * - fma of the mathematics library rounds once, as C demands. Some libraries for small processors round twice (newlib): they need a header without it."
            : "";
        return $$"""
            /*
             * {{name}}.h: a neural network, written by StaticNet for C99 and C++11.
             *
             *     {{_topology.ToString().Replace("→", "->", StringComparison.Ordinal)}}
             *
             *     void {{name}}_forward(const {{number}} *input, {{number}} *output);{{predict}}
             *
             * Memory: {{parameters}}. {{activations}}{{stack}}
             * Nothing is allocated, and nothing but the output is written. Include it in one source file only, or the constants are there twice.
             * Work: {{Int(_topology.MultiplyAdds)}} multiply-adds, and the activations. Needs {{libraries}}.
             *
             * The output has the bits that StaticNet computes, on every processor, provided that
             * - arithmetic is IEEE 754: no -ffast-math, no flushing of small numbers to zero, numbers kept in their own precision (FLT_EVAL_METHOD 0);
             * - a * b + c is not fused by the compiler. GCC and Clang are told so below, which only Clang's -ffp-contract=fast
             *   disregards; other compilers need the like of -ffp-contract=off.{{fma}}
             * Define {{macro}}_ANY_BITS to use it elsewhere; the last digits may differ then.
             */
            #ifndef {{macro}}_H
            #define {{macro}}_H

            #include <float.h>
            #include <stdint.h>
            #include <{{(style.UsesLibm ? "math" : "string")}}.h>{{(style.UsesLibm ? "\n#include <string.h>" : "")}}

            #if {{mantissa}}
            #error "{{name}}.h: the type {{number}} of this compiler is not that of IEEE 754 with {{(style.IsDouble ? "64" : "32")}} bits."
            #endif
            #if !defined({{macro}}_ANY_BITS)
            #if defined(__FAST_MATH__)
            #error "{{name}}.h: -ffast-math changes results. Compile without it, or define {{macro}}_ANY_BITS to accept that."
            #endif
            #if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 16
            #error "{{name}}.h: this compiler computes in another precision than that of the type (-mfpmath=sse helps on x86). Define {{macro}}_ANY_BITS to accept that."
            #endif
            #endif

            #define {{macro}}_INPUT_SIZE {{Int(_topology.InputSize)}}
            #define {{macro}}_OUTPUT_SIZE {{Int(_topology.OutputSize)}}

            #if defined(__clang__)
            #pragma STDC FP_CONTRACT OFF
            #elif defined(__GNUC__)
            #pragma GCC push_options
            #pragma GCC optimize("fp-contract=off")
            #endif


            """;
    }

    private string Bottom() => $"""
        #if defined(__clang__)
        #pragma STDC FP_CONTRACT DEFAULT
        #elif defined(__GNUC__)
        #pragma GCC pop_options
        #endif

        #endif /* {style.Macro}_H */

        """;

    private string Predict()
    {
        string rule = _topology.OutputSize == 1
            ? $"    return output[0] >= 0.5{style.Suffix} ? 1 : 0;\n"
            : $$"""
                    int best = 0;
                    for (int j = 1; j < {{Int(_topology.OutputSize)}}; j++) {
                        if (output[j] > output[best])
                            best = j;
                    }
                    return best;

                """;
        string what = _topology.OutputSize == 1 ? "1 where the output is at least 1/2, else 0" : "The index of the largest output, the first of equals";
        return $$"""
            /* {{what}}. input[{{Int(_topology.InputSize)}}]. */
            static inline int {{style.Name}}_predict(const {{style.Number}} *input)
            {
                {{style.Number}} output[{{Int(_topology.OutputSize)}}];
                {{style.Name}}_forward(input, output);
            {{rule}}}


            """;
    }

    /// <summary>Weights are transposed, so that those of a unit lie side by side, in the order in which they are read.</summary>
    private void WriteParameters(TextWriter writer)
    {
        ReadOnlySpan<T> rest = model.Parameters;
        for (int layer = 1; layer <= _topology.LayerCount; layer++)
        {
            int inputs = _topology.LayerSizes[layer - 1], units = _topology.LayerSizes[layer];
            var weights = rest[..(inputs * units)];
            var row = new T[inputs];
            string n = Int(layer), from = layer == 1 ? "input" : "unit";
            writer.Write($"/* Layer {n}: w{n}[j][i] is the weight from {from} i to unit j, b{n}[j] the bias of unit j. */\n");
            writer.Write($"static const {style.Number} {style.Name}_w{n}[{Int(units)}][{Int(inputs)}] = {{\n");
            for (int unit = 0; unit < units; unit++)
            {
                for (int input = 0; input < inputs; input++)
                    row[input] = weights[input * units + unit];
                WriteRow(writer, "    ", row, ",\n");
            }

            writer.Write("};\n");
            writer.Write($"static const {style.Number} {style.Name}_b{n}[{Int(units)}] = ");
            WriteRow(writer, "", rest.Slice(inputs * units, units), ";\n\n");
            rest = rest[((inputs + 1) * units)..];
        }
    }

    private static void WriteRow(TextWriter writer, string indent, ReadOnlySpan<T> row, string end)
    {
        bool isLong = row.Length > LineNumbers;
        writer.Write(indent + (isLong ? "{" : "{ "));
        for (int i = 0; i < row.Length; i++)
        {
            if (isLong && i % LineNumbers == 0)
                writer.Write($"\n{indent}    ");
            writer.Write(CLiteral.Of(row[i]));
            if (i < row.Length - 1)
                writer.Write((i + 1) % LineNumbers == 0 ? "," : ", ");
        }

        writer.Write((isLong ? $"\n{indent}}}" : " }") + end);
    }

    private static string Int(long value) => value.ToString(CultureInfo.InvariantCulture);
}
