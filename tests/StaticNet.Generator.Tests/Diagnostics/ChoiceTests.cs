namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0009 to SN0013: activations, losses and other choices from a list.</summary>
public sealed class ChoiceTests
{
    private const string SoftmaxHidden = "Softmax is for the output layer only; choose another activation for hidden layer ";

    [Fact]
    public void SN0009_softmax_in_every_hidden_layer() => Expect.Error(
        "SN0009", SoftmaxHidden + "1", "[Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = [|Activation.Softmax|])] public partial class Net { }");

    [Theory]
    [InlineData("new[] { Activation.Tanh, [|Activation.Softmax|] }")]
    [InlineData("[Activation.Tanh, [|Activation.Softmax|]]")]
    public void SN0009_softmax_in_one_hidden_layer(string activations) => Expect.Error(
        "SN0009", SoftmaxHidden + "2", $"[Network(Input = 2, HiddenLayers = new[] {{ 3, 4 }}, Output = 2, HiddenActivations = {activations})] public partial class Net {{ }}");

    [Fact]
    public void SN0010_softmax_of_one_output() => Expect.Error(
        "SN0010",
        "Softmax of a single output is always 1; use Sigmoid, or Output = 2",
        "[Network(Input = 2, Output = 1, OutputActivation = [|Activation.Softmax|])] public partial class Net { }");

    [Theory]
    [InlineData("Output = 2, Loss = [|LossFunction.BinaryCrossEntropy|]", "BinaryCrossEntropy does not fit Softmax outputs; use CrossEntropy, MeanSquaredError, MeanAbsoluteError or Huber")]
    [InlineData("Output = 1, Loss = [|LossFunction.CrossEntropy|]", "CrossEntropy does not fit Sigmoid outputs; use BinaryCrossEntropy, MeanSquaredError, MeanAbsoluteError or Huber")]
    [InlineData("Output = 2, OutputActivation = Activation.Tanh, Loss = [|LossFunction.CrossEntropy|]", "CrossEntropy does not fit Tanh outputs; use MeanSquaredError, MeanAbsoluteError or Huber")]
    [InlineData("Output = 2, Loss = [|LossFunction.BinaryCrossEntropy|], OutputActivation = Activation.Identity", "BinaryCrossEntropy does not fit Identity outputs; use MeanSquaredError, MeanAbsoluteError or Huber")]
    public void SN0011_a_loss_that_does_not_fit(string arguments, string message) =>
        Expect.Error("SN0011", message, $"[Network(Input = 2, {arguments})] public partial class Net {{ }}");

    [Theory]
    [InlineData("Hidden = 3", "[|new[] { Activation.Tanh, Activation.Relu }|]", "HiddenActivations lists 2, the network has 1 hidden layer; list one a hidden layer")]
    [InlineData("HiddenLayers = new[] { 3, 4 }", "[|new[] { Activation.Tanh }|]", "HiddenActivations lists 1, the network has 2 hidden layers; list one a hidden layer")]
    [InlineData("Hidden = 0", "[|new[] { Activation.Tanh }|]", "HiddenActivations lists 1, the network has 0 hidden layers; list one a hidden layer")]
    [InlineData("Hidden = 3", "[|[]|]", "HiddenActivations lists 0, the network has 1 hidden layer; list one a hidden layer")]
    public void SN0012_a_list_of_another_length(string hidden, string activations, string message) => Expect.Error(
        "SN0012", message, $"[Network(Input = 2, {hidden}, Output = 2, HiddenActivations = {activations})] public partial class Net {{ }}");

    [Theory]
    [InlineData("HiddenActivation = [|(Activation)99|]", "99 is no value of Activation")]
    [InlineData("HiddenActivations = new[] { [|(Activation)(-1)|] }", "-1 is no value of Activation")]
    [InlineData("OutputActivation = [|(Activation)10|]", "10 is no value of Activation")]
    [InlineData("Loss = [|(LossFunction)5|]", "5 is no value of LossFunction")]
    [InlineData("Reduction = [|(Reduction)2|]", "2 is no value of Reduction")]
    [InlineData("Precision = [|(Precision)2|]", "2 is no value of Precision")]
    public void SN0013_a_value_out_of_range(string argument, string message) => Expect.Error(
        "SN0013", message, $"[Network(Input = 2, Hidden = 3, Output = 2, {argument})] public partial class Net {{ }}");

    [Fact]
    public void Independent_mistakes_are_reported_together() => Expect.Errors(
        """
        [Network(Input = [|0|], Hidden = 3, Output = 2, HiddenActivation = [|Activation.Softmax|], Loss = [|LossFunction.BinaryCrossEntropy|])]
        public class [|Net|] { }
        """,
        ("SN0006", "Input is 0; it must be at least 1"),
        ("SN0009", SoftmaxHidden + "1"),
        ("SN0011", "BinaryCrossEntropy does not fit Softmax outputs; use CrossEntropy, MeanSquaredError, MeanAbsoluteError or Huber"),
        ("SN0001", "Type 'Net' must be declared partial, so that the network can be added to it"));
}
