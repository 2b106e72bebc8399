using System.Globalization;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Parsing;

/// <summary>Names and signatures of everything the generator adds to a class.</summary>
internal sealed class GeneratedMembers
{
    private static readonly string[] s_generic = { "StaticNet.Optimizer<", "StaticNet.Data.Scaler<", "StaticNet.Serialization.Scaling<" };

    /// <summary>The array of baked weights, where there is one.</summary>
    public const string WeightsNumbers = "_numbers";

    private readonly HashSet<string> _names = new();
    private readonly HashSet<string> _signatures = new();

    public GeneratedMembers(int layers, bool isClassifier, bool predicts, bool hasDropout, string number, bool isFrozen, bool isBaked, string? valueType)
    {
        string input = $"System.ReadOnlySpan<{number}>";
        string output = $"System.Span<{number}>";
        string labels = "System.ReadOnlySpan<int>";

        foreach (string name in new[] { "InputSize", "OutputSize", "ParameterCount", "Topology", "Parameters", "_parameters", "_gradient" })
            _names.Add(name);
        for (int layer = 1; layer <= layers; layer++)
        {
            string index = layer.ToString(CultureInfo.InvariantCulture);
            _names.Add("W" + index);
            _names.Add("B" + index);
        }

        if (valueType is not null)
        {
            _names.Add("ParameterBlock");
            Method("ForwardEach", $"System.ReadOnlySpan<{valueType}>", input, output);
            if (predicts)
                Method("PredictEach", $"System.ReadOnlySpan<{valueType}>", input, "System.Span<int>");
        }

        if (isBaked)
        {
            _names.Add(isFrozen ? "PaddedParameters" : "BakedParameters");
            _names.Add(WeightsNumbers);
        }
        Method("Forward", input, output);
        Method("ForwardBatch", input, output);
        if (predicts)
        {
            Method("Predict", input);
            Method("PredictBatch", input, "System.Span<int>");
        }

        if (isFrozen)
            return;
        if (hasDropout)
            _names.Add("DropoutState");
        Method(".ctor");
        Method(".ctor", "ulong");
        Method("ForwardBatch", input, output, "int");
        Method("BackwardFrom", input, input, output, output);
        Method("Update", input, number);
        Method("Update`1", input, "*");
        foreach (var (one, many) in isClassifier ? new[] { (input, input), ("int", labels) } : new[] { (input, input) })
        {
            Method("Loss", input, one);
            Method("LossBatch", input, many);
            Method("Backward", input, one, output);
            Method("BackwardBatch", input, many, output);
            Method("TrainStep", input, one, number);
            Method("TrainBatch`1", input, many, "*");
            Method("TrainBatch`1", input, many, "*", "int");
            if (!hasDropout)
                continue;
            Method("LossBatch", input, many, "ulong");
            Method("BackwardBatch", input, many, output, "ulong");
        }

        foreach (string place in new[] { "string", "System.IO.Stream" })
        {
            // Parameters that may be left out, and what scales, are told by what comes before them.
            Method("Save", place, "*", "*");
            Method("SaveJson", place);
            Method("Load", place);
            Method("Load", place, "*");
        }
    }

    /// <summary>Whether any generated member has this name: what the type itself must not be called.</summary>
    public bool IsName(string name) => _names.Contains(name) || _signatures.Any(signature => signature.StartsWith(name + "(", StringComparison.Ordinal) || signature.StartsWith(name + "`", StringComparison.Ordinal));

    public bool Clashes(ISymbol member)
    {
        if (member is IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } property)
            return property.ExplicitInterfaceImplementations.Any(face => face.ContainingType.Name == "INetwork" && IsName(face.Name));
        if (member is not IMethodSymbol method)
            return IsName(member.Name);
        // Properties have accessors of these names, whether or not anyone calls them.
        if (method.MethodKind == MethodKind.Ordinary && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal)))
            return _names.Contains(method.Name.Substring(4));
        if (method.IsStatic && method.MethodKind == MethodKind.StaticConstructor)
            return false;
        string arity = method.Arity == 0 ? "" : $"`{method.Arity.ToString(CultureInfo.InvariantCulture)}";
        var parameters = method.Parameters.Select(parameter => parameter.Type.ToDisplayString()).ToArray();
        if (_names.Contains(method.Name))
            return true;
        if (_signatures.Contains(Signature(method.Name + arity, parameters)))
            return true;
        // An optimizer parameter is generic in the method's own type parameter, which has no name to compare by; scalers may be written with and without a question mark.
        return _signatures.Contains(Signature(method.Name + arity, parameters.Select(parameter => s_generic.Any(start => parameter.StartsWith(start, StringComparison.Ordinal)) ? "*" : parameter)));
    }

    private void Method(string name, params string[] parameters) => _signatures.Add(Signature(name, parameters));

    private static string Signature(string name, IEnumerable<string> parameters) => $"{name}({string.Join(", ", parameters)})";
}
