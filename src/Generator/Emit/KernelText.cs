using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;

namespace StaticNet.Generator.Emit;

/// <summary>The vocabulary that the kernel writers share: names, types and common lines.</summary>
internal sealed class KernelText
{
    public KernelText(NetworkPlan plan) => Plan = plan;

    public NetworkPlan Plan { get; }

    public NetworkSpec Spec => Plan.Spec;

    /// <summary>Whether it is for a target without vectors and static members of interfaces.</summary>
    public bool IsPortable => Spec.Target.IsPortable;

    /// <summary>The number type as C# writes it.</summary>
    public string Number => Spec.Precision == Precision.Double ? "double" : "float";

    /// <summary>The name of the methods of a function for this number type: <c>Tanh.Single(z)</c>.</summary>
    public string Suffix => Spec.Precision.ToString();

    /// <summary>A literal of the number type.</summary>
    public string Literal(string digits) => Spec.Precision == Precision.Double ? digits + ".0" : digits + "f";

    /// <summary>The array a layer reads: <c>x</c>, <c>a1</c>, …</summary>
    public static string InputOf(LayerPlan layer) => layer.Number == 1 ? "x" : $"a{layer.Number - 1}";

    /// <summary>The array a layer writes: <c>a1</c>, …; of the output layer <c>z2</c>, whose activation is a stage of its own.</summary>
    public static string OutputOf(LayerPlan layer) => layer.IsOutput ? $"z{layer.Number}" : $"a{layer.Number}";

    /// <summary>A call of an activation's value, as an expression of lanes.</summary>
    public string Activate(LayerPlan layer, string z)
    {
        string value = layer.Traits.Function is { } function ? $"{function}.{Suffix}({z})" : z;
        // An infinite activation times a zero or opposite one would be NaN in the next layer; the largest finite number is not.
        return layer.Traits.IsUnbounded && !layer.IsOutput ? $"Finite.{Suffix}({value})" : value;
    }

    /// <summary>Whether there is a struct with an activation's constants, for a loop that keeps them in registers.</summary>
    public bool HasConstants(LayerPlan layer) => layer.Traits.Function == "Tanh" && Spec.Precision == Precision.Single;

    /// <summary>Its name without type arguments.</summary>
    public string Constants(LayerPlan layer) => layer.Traits.Function + Suffix;

    /// <summary>A product with the derivative at <paramref name="at"/>, which is z or a as the activation wants it.</summary>
    public string TimesDerivative(LayerPlan layer, string gradient, string at) =>
        layer.Traits.Function is { } function ? $"{gradient} * {function}.{Suffix}Derivative({at})" : gradient;

    /// <summary>Opens a kernel stage. Each is a method of its own, optimised at once: see docs/architecture.md.</summary>
    public SourceWriter.Scope Stage(SourceWriter writer, string summary, string returns, string name, params string[] parameters)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static {returns} {name}<V>({string.Join(", ", parameters)})");
        var scope = writer.Block($"    where V : struct, ILanes<V, {Number}>");
        Lanes(writer);
        return scope;
    }

    /// <summary>The number of lanes, asked for once: each question costs time when the method is compiled, before its first call.</summary>
    public static void Lanes(SourceWriter writer) => writer.Line("int lanes = V.Count;");

    /// <summary>A parameter that is an array of numbers: <c>ref float a1</c>.</summary>
    public string Array(string name) => $"ref {Number} {name}";

    /// <summary>Opens the loop over the vectors of samples.</summary>
    public static SourceWriter.Scope EachVector(SourceWriter writer) => writer.Block("for (int v = 0; v < vectors; v++)");

    /// <summary>An element's offset in an array that holds <paramref name="width"/> vectors for each vector of samples.</summary>
    public static string At(int width, string element) => width == 1 ? "v * lanes" : $"(v * {width} + {element}) * lanes";

    /// <summary>The same for an element whose number is known.</summary>
    public static string At(int width, int element) => At(width, Int(element));

    public static string Int(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
