namespace StaticNet.Sample;

// The networks that learn the moons. The compiler writes the other half of each class.

/// <summary>The tutorial's network: three tanh units between two coordinates and two classes, trained on the summed gradient.</summary>
[Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet;

/// <summary>The same with one hidden unit.</summary>
[Network(Input = 2, Hidden = 1, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet1;

/// <summary>With two.</summary>
[Network(Input = 2, Hidden = 2, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet2;

/// <summary>With four.</summary>
[Network(Input = 2, Hidden = 4, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet4;

/// <summary>With five.</summary>
[Network(Input = 2, Hidden = 5, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet5;

/// <summary>With twenty.</summary>
[Network(Input = 2, Hidden = 20, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet20;

/// <summary>With fifty.</summary>
[Network(Input = 2, Hidden = 50, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNet50;

/// <summary>The baseline: softmax regression. Without a hidden layer the boundary is a straight line.</summary>
[Network(Input = 2, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class SoftmaxRegression;

/// <summary>The classic backpropagation network: sigmoid units throughout and the squared error, with one output for two classes.</summary>
[Network(Input = 2, Hidden = 3, Output = 1, HiddenActivation = Activation.Sigmoid, OutputActivation = Activation.Sigmoid,
    Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
public partial class ClassicNet;

/// <summary>The classic network with one output a class.</summary>
[Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = Activation.Sigmoid, OutputActivation = Activation.Sigmoid,
    Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
public partial class ClassicNetTwoOutputs;

/// <summary>For mini-batches: single precision and the mean over the samples, both the defaults.</summary>
[Network(Input = 2, Hidden = 5, Output = 2)]
public partial class MiniBatchNet;
