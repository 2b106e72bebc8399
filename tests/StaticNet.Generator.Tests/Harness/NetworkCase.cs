using System.Globalization;
using StaticNet.Tests.Reference;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>A network to be tried: what its attribute says, and the same as a reference network.</summary>
internal sealed record NetworkCase(
    int Input, int[] Hidden, Activation[] HiddenActivations, int Output, Activation OutputActivation, LossFunction Loss,
    Reduction Reduction = Reduction.Mean, Precision Precision = Precision.Single, double[]? Dropouts = null)
{
    public static readonly Activation[] AllHidden = Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax).ToArray();

    /// <summary>Softmax needs two outputs to tell apart.</summary>
    public static Activation[] OutputsOf(int size) => size == 1 ? AllHidden : Enum.GetValues<Activation>();

    /// <summary>The losses that fit an output activation, its own first.</summary>
    public static LossFunction[] LossesOf(Activation output)
    {
        LossFunction[] errors = [LossFunction.MeanSquaredError, LossFunction.MeanAbsoluteError, LossFunction.Huber];
        return output switch
        {
            Activation.Softmax => [LossFunction.CrossEntropy, .. errors],
            Activation.Sigmoid => [LossFunction.BinaryCrossEntropy, .. errors],
            _ => errors,
        };
    }

    /// <summary>Every third one is a value.</summary>
    private string Kind => Input % 3 == 0 ? "struct" : "class";

    public string Declare(string name)
    {
        string hidden = Hidden.Length == 0
            ? ""
            : $"HiddenLayers = new[] {{ {string.Join(", ", Hidden)} }}, HiddenActivations = new[] {{ {string.Join(", ", HiddenActivations.Select(Named))} }}, ";
        if (Dropouts is { Length: > 0 })
            hidden += $"Dropouts = new double[] {{ {string.Join(", ", Dropouts.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))} }}, ";
        return $"[Network(Input = {Input}, {hidden}Output = {Output}, OutputActivation = {Named(OutputActivation)}, Loss = {Named(Loss)}, "
            + $"Reduction = {Named(Reduction)}, Precision = {Named(Precision)})] public partial {Kind} {name} {{ }}\n";
    }

    public ReferenceNetwork ToReference() => new([Input, .. Hidden, Output], [.. HiddenActivations, OutputActivation], Loss, Reduction);

    public override string ToString() => Declare("Net").Trim();

    private static string Named<T>(T value)
        where T : struct, Enum =>
        $"{typeof(T).Name}.{value}";
}
