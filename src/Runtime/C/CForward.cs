using System.Globalization;
using System.Runtime.CompilerServices;
using StaticNet.Models;

namespace StaticNet.C;

/// <summary>
/// Writes the forward pass as loops over the layers. Sums have the order of <see cref="PlainForward"/>: the bias first, then the inputs in order, in as many chains.
/// </summary>
/// <param name="topology">The network.</param>
/// <param name="style">How the header is written.</param>
/// <param name="helpers">Operations that are no operators in C.</param>
/// <param name="functions">The functions of the layers.</param>
internal sealed class CForward(Topology topology, CStyle style, CHelpers helpers, CFunctions functions)
{
    private readonly List<string> _lines = [];

    /// <summary>The lines of the function's body.</summary>
    public static IReadOnlyList<string> Body(Topology topology, CStyle style, CHelpers helpers, CFunctions functions)
    {
        var forward = new CForward(topology, style, helpers, functions);
        foreach (string declaration in new CBuffers(topology).Declarations(style.Number))
            forward.Line(1, $"{declaration}");
        for (int layer = 1; layer <= topology.LayerCount; layer++)
            forward.Layer(layer);
        if (topology.Activations[^1] == Activation.Softmax)
            forward.Softmax();
        return forward._lines;
    }

    private void Layer(int layer)
    {
        bool isOutput = layer == topology.LayerCount;
        var activation = topology.Activations[layer - 1];
        int inputs = topology.LayerSizes[layer - 1], units = topology.LayerSizes[layer];
        string x = layer == 1 ? "input" : string.Create(CultureInfo.InvariantCulture, $"a{layer - 1}");
        string a = isOutput ? "output" : string.Create(CultureInfo.InvariantCulture, $"a{layer}");

        if (_lines.Count > 0)
            Line(0, $"");
        string formula = string.Create(CultureInfo.InvariantCulture, $"z{layer} = W{layer} * {x} + b{layer}");
        string then = activation switch
        {
            Activation.Softmax => "",
            Activation.Identity => $", {a} = z{layer}",
            _ => $", {a} = {CName.SnakeCase(activation.ToString())}(z{layer})",
        };
        Line(1, $"/* Layer {layer}, {inputs} -> {units}: {formula}{then}. */");
        Line(1, $"for (int j = 0; j < {units}; j++) {{");
        int chains = PlainForward.Chains(topology, layer - 1, style.IsDouble ? sizeof(double) : sizeof(float));
        string weight = string.Create(CultureInfo.InvariantCulture, $"{style.Name}_w{layer}[j]");
        string bias = string.Create(CultureInfo.InvariantCulture, $"{style.Name}_b{layer}[j]");
        string z = chains == 1 ? OneChain(inputs, x, weight, bias) : SeveralChains(inputs, x, weight, bias, chains);
        Line(2, $"{a}[j] = {(activation == Activation.Softmax ? z : functions.Activation(activation, isOutput, z))};");
        Line(1, $"}}");
    }

    private string OneChain(int inputs, string x, string weight, string bias)
    {
        Line(2, $"{style.Number} z = {bias};");
        Line(2, $"for (int i = 0; i < {inputs}; i++)");
        Line(3, $"z = {helpers.Call("fma")}({x}[i], {weight}[i], z);");
        return "z";
    }

    /// <summary>Each takes every second or fourth input, as far as they go up evenly; the first takes the rest.</summary>
    private string SeveralChains(int inputs, string x, string weight, string bias, int chains)
    {
        int even = inputs / chains * chains;
        string fma = helpers.Call("fma"), join = functions.Join();
        var starts = Enumerable.Range(0, chains).Select(chain => $"z_{chain} = {(chain == 0 ? bias : "0.0" + style.Suffix)}");
        Line(2, $"{style.Number} {string.Join(", ", starts)}; /* parts of the sum */");
        if (even > 0)
        {
            Line(2, $"for (int i = 0; i < {even}; i += {chains}) {{");
            for (int chain = 0; chain < chains; chain++)
            {
                string at = chain == 0 ? "i" : string.Create(CultureInfo.InvariantCulture, $"i + {chain}");
                Line(3, $"z_{chain} = {fma}({x}[{at}], {weight}[{at}], z_{chain});");
            }

            Line(2, $"}}");
        }

        if (even < inputs)
        {
            Line(2, $"for (int i = {even}; i < {inputs}; i++)");
            Line(3, $"z_0 = {fma}({x}[i], {weight}[i], z_0);");
        }

        return chains == 2 ? $"{join}(z_0, z_1)" : $"{join}({join}(z_0, z_1), {join}(z_2, z_3))";
    }

    /// <summary>As <see cref="Functions.SoftmaxRow"/> has it.</summary>
    private void Softmax()
    {
        string number = style.Number, f = style.Suffix, max = helpers.Call("max"), logit = functions.Logit();
        int units = topology.OutputSize;
        Line(0, $"");
        Line(1, $"/* Softmax: output = e^z / (sum of all e^z). Shifted by the largest z, no exponential overflows and one of them is 1. */");
        Line(1, $"{number} largest = output[0], sum = 0.0{f};");
        Line(1, $"for (int j = 1; j < {units}; j++)");
        Line(2, $"largest = {max}(largest, output[j]);");
        Line(1, $"largest = {logit}(largest);");
        Line(1, $"for (int j = 0; j < {units}; j++) {{");
        Line(2, $"output[j] = {functions.Exp()}({logit}(output[j]) - largest);");
        Line(2, $"sum += output[j];");
        Line(1, $"}}");
        Line(1, $"const {number} share = 1.0{f} / sum;");
        Line(1, $"for (int j = 0; j < {units}; j++)");
        Line(2, $"output[j] *= share;");
    }

    private void Line(int depth, ref DefaultInterpolatedStringHandler text)
    {
        string line = text.ToStringAndClear();
        _lines.Add(line.Length == 0 ? "" : new string(' ', 4 * depth) + line);
    }
}
