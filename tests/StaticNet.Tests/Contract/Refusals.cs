using System.Globalization;
using System.Numerics;
using StaticNet.Tests.Networks;
using StaticNet.Tests.Optimizers;

namespace StaticNet.Tests.Contract;

/// <summary>A call that must be refused.</summary>
/// <param name="Method">For the message of a failure.</param>
/// <param name="Argument">The argument at fault.</param>
/// <param name="Mentioned">What the exception's message must contain: the expected and the actual.</param>
/// <param name="Call">The call.</param>
internal sealed record Refusal(string Method, string Argument, string[] Mentioned, Action Call);

/// <summary>A network with right arguments for each of its methods; each refusal makes one of them wrong.</summary>
internal sealed class Refusals<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Count = 5;
    private readonly NetworkCase _info;
    private readonly INetwork<T> _network;
    private readonly Samples<T> _samples;
    private readonly T[] _gradient;
    private readonly T[] _outputs;
    private readonly T[] _inputGradient;
    private readonly T[] _shared;
    private readonly int[] _predicted = [7, 7, 7, 7, 7];
    private readonly Sgd<T> _sgd = new();
    private readonly Normalising<T> _fitting;
    private readonly Normalising<T> _other;
    private readonly T _rate = T.One;
    private readonly List<Refusal> _all = [];

    public Refusals(NetworkCase info)
    {
        _info = info;
        _network = info.CreateRandom<T>(71);
        _samples = new Samples<T>(info, Count, 72);
        int parameters = _network.ParameterCount;
        _gradient = Filled(parameters);
        _outputs = Filled(Count * info.OutputSize);
        _inputGradient = Filled(info.InputSize);
        _shared = Filled(parameters + Count * (info.InputSize + info.OutputSize));
        _fitting = new Normalising<T>(parameters, T.One);
        _other = new Normalising<T>(parameters + 1, T.One);
        _fitting.State.Fill(T.Pi);
        _other.State.Fill(T.Pi);
        AddInference();
        AddTargets();
        AddBackwardFrom();
        AddUpdates();
        if (_network is IClassifier<T> classifier)
            AddLabels(classifier);
    }

    public IReadOnlyList<Refusal> All => _all;

    /// <summary>Everything that a refused call must leave alone.</summary>
    public T[] State() =>
    [
        .. _network.Parameters, .. _gradient, .. _outputs, .. _inputGradient, .. _shared, .. _fitting.State, .. _other.State,
        .. new[] { _sgd.StepCount, _fitting.StepCount, _other.StepCount }.Select(T.CreateChecked),
        .. _predicted.Select(T.CreateChecked),
    ];

    private T[] Input => _samples.Input(0).ToArray();

    private T[] Target => _samples.Target(0).ToArray();

    private void AddInference()
    {
        Lengths("Forward", "input", _info.InputSize, wrong => _network.Forward(wrong, _outputs.AsSpan(0, _info.OutputSize)));
        Lengths("Forward", "output", _info.OutputSize, wrong => _network.Forward(Input, wrong));
        Fractions("ForwardBatch", "inputs", _info.InputSize, wrong => _network.ForwardBatch(wrong, _outputs));
        Lengths("ForwardBatch", "outputs", Count * _info.OutputSize, wrong => _network.ForwardBatch(_samples.Inputs, wrong));
        Lengths("ForwardBatch", "outputs", 0, wrong => _network.ForwardBatch(default, wrong));
        Fractions("ForwardBatch shared", "inputs", _info.InputSize, wrong => _network.ForwardBatch(wrong, _outputs, 2));
        Lengths("ForwardBatch shared", "outputs", Count * _info.OutputSize, wrong => _network.ForwardBatch(_samples.Inputs, wrong, 2));
        Degrees("ForwardBatch", degree => _network.ForwardBatch(_samples.Inputs, _outputs, degree));
        Overlap("ForwardBatch shared", "outputs", "inputs", () => _network.ForwardBatch(Shared(0, _samples.Inputs.Length), Shared(_samples.Inputs.Length - 1, _outputs.Length), 2));
        Overlap("ForwardBatch", "outputs", "inputs", () => _network.ForwardBatch(Shared(0, _samples.Inputs.Length), Shared(_samples.Inputs.Length - 1, _outputs.Length)));
        Overlap("ForwardBatch", "outputs", "Parameters", () => _network.ForwardBatch(Input, _network.Parameters[.._info.OutputSize]));
    }

    private void AddTargets()
    {
        Lengths("Loss", "input", _info.InputSize, wrong => _network.Loss(wrong, Target));
        Lengths("Loss", "target", _info.OutputSize, wrong => _network.Loss(Input, wrong));
        Lengths("Backward", "input", _info.InputSize, wrong => _network.Backward(wrong, Target, _gradient));
        Lengths("Backward", "target", _info.OutputSize, wrong => _network.Backward(Input, wrong, _gradient));
        Lengths("Backward", "gradient", _gradient.Length, wrong => _network.Backward(Input, Target, wrong));
        Lengths("TrainStep", "input", _info.InputSize, wrong => _network.TrainStep(wrong, Target, _rate));
        Lengths("TrainStep", "target", _info.OutputSize, wrong => _network.TrainStep(Input, wrong, _rate));
        Overlap("Backward", "gradient", "input", () => _network.Backward(Shared(_gradient.Length - 1, _info.InputSize), Target, Shared(0, _gradient.Length)));
        Overlap("Backward", "gradient", "target", () => _network.Backward(Input, Shared(_gradient.Length - 1, _info.OutputSize), Shared(0, _gradient.Length)));
        Overlap("Backward", "gradient", "Parameters", () => _network.Backward(Input, Target, _network.Parameters));

        Batches("LossBatch", (inputs, targets) => _network.LossBatch(inputs, targets));
        Batches("BackwardBatch", (inputs, targets) => _network.BackwardBatch(inputs, targets, _gradient));
        Batches("TrainBatch", (inputs, targets) => _network.TrainBatch(inputs, targets, _sgd));
        Batches("TrainBatch with state", (inputs, targets) => _network.TrainBatch(inputs, targets, _fitting));
        Lengths("BackwardBatch", "gradient", _gradient.Length, wrong => _network.BackwardBatch(_samples.Inputs, _samples.Targets, wrong));
        Overlap("BackwardBatch", "gradient", "inputs", () => _network.BackwardBatch(Shared(_gradient.Length - 1, _samples.Inputs.Length), _samples.Targets, Shared(0, _gradient.Length)));
        Overlap("BackwardBatch", "gradient", "targets", () => _network.BackwardBatch(_samples.Inputs, Shared(_gradient.Length - 1, _samples.Targets.Length), Shared(0, _gradient.Length)));
        Overlap("BackwardBatch", "gradient", "Parameters", () => _network.BackwardBatch(_samples.Inputs, _samples.Targets, _network.Parameters));
        Batches("TrainBatch shared", (inputs, targets) => _network.TrainBatch(inputs, targets, _sgd, 2));
        Degrees("TrainBatch", degree => _network.TrainBatch(_samples.Inputs, _samples.Targets, _sgd, degree));
        OtherSize("TrainBatch", () => _network.TrainBatch(_samples.Inputs, _samples.Targets, _other));
        OtherSize("TrainBatch shared", () => _network.TrainBatch(_samples.Inputs, _samples.Targets, _other, 2));
    }

    private void AddBackwardFrom()
    {
        Lengths("BackwardFrom", "input", _info.InputSize, wrong => _network.BackwardFrom(wrong, Target, _gradient, _inputGradient));
        Lengths("BackwardFrom", "outputGradient", _info.OutputSize, wrong => _network.BackwardFrom(Input, wrong, _gradient, _inputGradient));
        Lengths("BackwardFrom", "gradient", _gradient.Length, wrong => _network.BackwardFrom(Input, Target, wrong, _inputGradient), emptyIsWrong: false);
        Lengths("BackwardFrom", "inputGradient", _info.InputSize, wrong => _network.BackwardFrom(Input, Target, _gradient, wrong), emptyIsWrong: false);
        int end = _gradient.Length - 1;
        Overlap("BackwardFrom", "gradient", "input", () => _network.BackwardFrom(Shared(end, _info.InputSize), Target, Shared(0, _gradient.Length), _inputGradient));
        Overlap("BackwardFrom", "gradient", "outputGradient", () => _network.BackwardFrom(Input, Shared(end, _info.OutputSize), Shared(0, _gradient.Length), _inputGradient));
        Overlap("BackwardFrom", "gradient", "inputGradient", () => _network.BackwardFrom(Input, Target, Shared(0, _gradient.Length), Shared(end, _info.InputSize)));
        Overlap("BackwardFrom", "inputGradient", "input", () => _network.BackwardFrom(Shared(0, _info.InputSize), Target, _gradient, Shared(0, _info.InputSize)));
        Overlap("BackwardFrom", "inputGradient", "outputGradient", () => _network.BackwardFrom(Input, Shared(_info.InputSize - 1, _info.OutputSize), default, Shared(0, _info.InputSize)));
        Overlap("BackwardFrom", "gradient", "Parameters", () => _network.BackwardFrom(Input, Target, _network.Parameters, _inputGradient));
        Overlap("BackwardFrom", "inputGradient", "Parameters", () => _network.BackwardFrom(Input, Target, _gradient, _network.Parameters[.._info.InputSize]));
    }

    private void AddUpdates()
    {
        Lengths("Update", "gradient", _gradient.Length, wrong => _network.Update(wrong, _rate));
        Lengths("Update with an optimizer", "gradient", _gradient.Length, wrong => _network.Update(wrong, _sgd));
        Lengths("Update with state", "gradient", _gradient.Length, wrong => _network.Update(wrong, _fitting));
        OtherSize("Update", () => _network.Update(_gradient, _other));
        Add("Update", "optimizer", [], () => _network.Update(_gradient, (Sgd<T>)null!));
        Add("TrainBatch", "optimizer", [], () => _network.TrainBatch(_samples.Inputs, _samples.Targets, (Sgd<T>)null!));
    }

    private void AddLabels(IClassifier<T> network)
    {
        Lengths("Predict", "input", _info.InputSize, wrong => network.Predict(wrong));
        Fractions("PredictBatch", "inputs", _info.InputSize, wrong => network.PredictBatch(wrong, _predicted));
        foreach (int wrong in new[] { 0, Count - 1, Count + 1 })
            Add("PredictBatch", "labels", [Number(Count), Number(wrong)], () => network.PredictBatch(_samples.Inputs, new int[wrong]));

        Lengths("Loss with a label", "input", _info.InputSize, wrong => network.Loss(wrong, 0));
        Lengths("Backward with a label", "input", _info.InputSize, wrong => network.Backward(wrong, 0, _gradient));
        Lengths("Backward with a label", "gradient", _gradient.Length, wrong => network.Backward(Input, 0, wrong));
        Lengths("TrainStep with a label", "input", _info.InputSize, wrong => network.TrainStep(wrong, 0, _rate));
        Lengths("BackwardBatch with labels", "gradient", _gradient.Length, wrong => network.BackwardBatch(_samples.Inputs, _samples.Labels, wrong));
        Overlap("Backward with a label", "gradient", "input", () => network.Backward(Shared(_gradient.Length - 1, _info.InputSize), 0, Shared(0, _gradient.Length)));
        Overlap("Backward with a label", "gradient", "Parameters", () => network.Backward(Input, 0, network.Parameters));
        Overlap("BackwardBatch with labels", "gradient", "inputs", () => network.BackwardBatch(Shared(_gradient.Length - 1, _samples.Inputs.Length), _samples.Labels, Shared(0, _gradient.Length)));
        Overlap("BackwardBatch with labels", "gradient", "Parameters", () => network.BackwardBatch(_samples.Inputs, _samples.Labels, network.Parameters));
        OtherSize("TrainBatch with labels", () => network.TrainBatch(_samples.Inputs, _samples.Labels, _other));

        foreach (int label in new[] { -1, _info.Classes, int.MaxValue, int.MinValue })
        {
            string[] mentioned = [Number(_info.Classes - 1), Number(label)];
            Add("Loss", "label", mentioned, () => network.Loss(Input, label));
            Add("Backward", "label", mentioned, () => network.Backward(Input, label, _gradient));
            Add("TrainStep", "label", mentioned, () => network.TrainStep(Input, label, _rate));
        }

        LabelBatches("LossBatch", (inputs, labels) => network.LossBatch(inputs, labels));
        LabelBatches("BackwardBatch", (inputs, labels) => network.BackwardBatch(inputs, labels, _gradient));
        LabelBatches("TrainBatch", (inputs, labels) => network.TrainBatch(inputs, labels, _sgd));
        LabelBatches("TrainBatch shared", (inputs, labels) => network.TrainBatch(inputs, labels, _sgd, 2));
        Degrees("TrainBatch with labels", degree => network.TrainBatch(_samples.Inputs, _samples.Labels, _sgd, degree));
        LabelBatches("TrainBatch with state", (inputs, labels) => network.TrainBatch(inputs, labels, _fitting));
    }

    private void LabelBatches(string method, Action<T[], int[]> call)
    {
        Fractions(method, "inputs", _info.InputSize, wrong => call(wrong, _samples.Labels));
        Add(method, "inputs", [Number(_info.InputSize), "empty"], () => call([], []));
        foreach (int wrong in new[] { 0, Count - 1, Count + 1 })
            Add(method, "labels", [Number(Count), Number(wrong)], () => call(_samples.Inputs, new int[wrong]));
        foreach (int label in new[] { -1, _info.Classes, int.MaxValue, int.MinValue })
        {
            for (int position = 0; position < Count; position++)
            {
                int[] labels = [.. _samples.Labels];
                labels[position] = label;
                Add(method, "labels", [Number(_info.Classes - 1), Number(label), Number(position)], () => call(_samples.Inputs, labels));
            }
        }
    }

    private void Batches(string method, Action<T[], T[]> call)
    {
        Fractions(method, "inputs", _info.InputSize, wrong => call(wrong, _samples.Targets));
        Add(method, "inputs", [Number(_info.InputSize), "empty"], () => call([], []));
        Lengths(method, "targets", Count * _info.OutputSize, wrong => call(_samples.Inputs, wrong));
    }

    private void Degrees(string method, Action<int> call)
    {
        foreach (int degree in new[] { 0, -1, int.MinValue })
            Add(method, "degreeOfParallelism", ["1", Number(degree)], () => call(degree));
    }

    /// <summary>One too few, one too many, none.</summary>
    private void Lengths(string method, string argument, int right, Action<T[]> call, bool emptyIsWrong = true)
    {
        foreach (int length in new[] { 0, right - 1, right + 1 }.Distinct())
            if (length >= 0 && length != right && (length > 0 || emptyIsWrong))
                Add(method, argument, [Number(right), Number(length)], () => call(Filled(length)));
    }

    /// <summary>Not a whole number of samples.</summary>
    private void Fractions(string method, string argument, int size, Action<T[]> call)
    {
        foreach (int length in new[] { Count * size - 1, Count * size + 1 })
            if (size > 1)
                Add(method, argument, [Number(size), Number(length)], () => call(Filled(length)));
    }

    private void Overlap(string method, string argument, string other, Action call) => Add(method, argument, [other], call);

    private void OtherSize(string method, Action call) =>
        Add(method, "optimizer", [Number(_gradient.Length), Number(_gradient.Length + 1)], call);

    private void Add(string method, string argument, string[] mentioned, Action call) => _all.Add(new Refusal(method, argument, mentioned, call));

    private Span<T> Shared(int start, int length) => _shared.AsSpan(start, length);

    private static T[] Filled(int length) => Enumerable.Repeat(T.Pi, length).ToArray();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
