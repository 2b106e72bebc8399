using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>From the attribute's arguments to layers, loss, reduction and precision.</summary>
internal static class TopologyParser
{
    /// <returns>Null where anything is wrong; it has been reported.</returns>
    public static Topology? Parse(AttributeArguments arguments, Report report)
    {
        if (arguments.HasCompilerErrors)
            return null;

        int? input = Size(arguments, "Input", "input", report);
        int? output = Size(arguments, "Output", "output", report);
        var hidden = HiddenSizes(arguments, report);
        var hiddenActivations = hidden is null ? null : HiddenActivations(arguments, hidden.Count, report);
        var dropouts = hidden is null ? null : DropoutParser.Parse(arguments, hidden.Count, report);
        var outputActivation = OutputActivation(arguments, output, report);
        var loss = Loss(arguments, outputActivation, report);
        var reduction = arguments.Enum<Reduction>("Reduction") ?? Reduction.Mean;
        var precision = arguments.Enum<Precision>("Precision") ?? Precision.Single;
        if (report.HasErrors)
            return null;

        var sizes = new[] { input!.Value }.Concat(hidden!).Append(output!.Value).ToArray();
        var activations = hiddenActivations!.Append(outputActivation).ToArray();
        var layers = activations.Select((activation, index) => new LayerSpec(sizes[index], sizes[index + 1], activation, dropouts!.ElementAtOrDefault(index)));
        return new Topology(layers.ToEquatableArray(), loss, reduction, precision);
    }

    private static int? Size(AttributeArguments arguments, string name, string what, Report report)
    {
        var size = arguments.Int(name);
        if (size is null)
            report.Add(Descriptors.SizeMissing, arguments.Location, name, what);
        else if (size < 1)
            report.Add(Descriptors.SizeTooSmall, arguments.LocationOf(name), name, size, 1);
        return size;
    }

    private static IReadOnlyList<int>? HiddenSizes(AttributeArguments arguments, Report report)
    {
        var one = arguments.Int("Hidden");
        var several = arguments.Ints("HiddenLayers");
        if (one is not null && several is not null)
        {
            report.Add(Descriptors.HiddenTwice, arguments.LocationOf("HiddenLayers"));
            return null;
        }

        if (several is null)
        {
            if (one < 0)
                report.Add(Descriptors.SizeTooSmall, arguments.LocationOf("Hidden"), "Hidden", one, 0);
            return one is null or 0 ? Array.Empty<int>() : new[] { one.Value };
        }

        if (several.Count == 0)
            report.Add(Descriptors.NoLayers, arguments.LocationOf("HiddenLayers"));
        for (int i = 0; i < several.Count; i++)
        {
            if (several[i] < 1)
                report.Add(Descriptors.SizeTooSmall, arguments.LocationOf("HiddenLayers", i), $"HiddenLayers[{i}]", several[i], 1);
        }

        return several;
    }

    private static IReadOnlyList<Activation>? HiddenActivations(AttributeArguments arguments, int layers, Report report)
    {
        var listed = arguments.Enums<Activation>("HiddenActivations");
        if (listed is not null && listed.Count != layers)
        {
            report.Add(Descriptors.ActivationCount, arguments.LocationOf("HiddenActivations"), listed.Count, Counted(layers, "hidden layer"));
            return null;
        }

        var common = arguments.Enum<Activation>("HiddenActivation") ?? Activation.Tanh;
        if (listed is null && common == Activation.Softmax)
            report.Add(Descriptors.SoftmaxHidden, arguments.LocationOf("HiddenActivation"), 1);
        for (int i = 0; listed is not null && i < layers; i++)
        {
            if (listed[i] == Activation.Softmax)
                report.Add(Descriptors.SoftmaxHidden, arguments.LocationOf("HiddenActivations", i), i + 1);
        }

        return Enumerable.Range(0, layers).Select(i => listed?[i] ?? common).ToArray();
    }

    private static Activation OutputActivation(AttributeArguments arguments, int? outputs, Report report)
    {
        var given = arguments.Enum<Activation>("OutputActivation");
        if (given == Activation.Softmax && outputs == 1)
            report.Add(Descriptors.SoftmaxSingle, arguments.LocationOf("OutputActivation"));
        return given ?? (outputs == 1 ? Activation.Sigmoid : Activation.Softmax);
    }

    private static LossFunction Loss(AttributeArguments arguments, Activation output, Report report)
    {
        var own = output switch
        {
            Activation.Softmax => LossFunction.CrossEntropy,
            Activation.Sigmoid => LossFunction.BinaryCrossEntropy,
            _ => LossFunction.MeanSquaredError,
        };
        var loss = arguments.Enum<LossFunction>("Loss") ?? own;

        // Cross-entropies are defined for probabilities of their own kind; errors fit every output.
        if (loss is LossFunction.CrossEntropy or LossFunction.BinaryCrossEntropy && loss != own)
        {
            string others = own == LossFunction.MeanSquaredError ? "" : $"{own}, ";
            report.Add(Descriptors.LossMismatch, arguments.LocationOf("Loss"), loss, output, $"{others}MeanSquaredError, MeanAbsoluteError or Huber");
        }

        return loss;
    }

    public static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
