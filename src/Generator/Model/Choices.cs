namespace StaticNet.Generator.Model;

// The runtime's enums as the generator sees them; names and values are the same, which a test checks.

internal enum Activation
{
    Identity,
    Tanh,
    Sigmoid,
    Relu,
    LeakyRelu,
    Elu,
    Gelu,
    Silu,
    Softplus,
    Softmax,
}

internal enum LossFunction
{
    CrossEntropy,
    BinaryCrossEntropy,
    MeanSquaredError,
    MeanAbsoluteError,
    Huber,
}

internal enum Reduction
{
    Mean,
    Sum,
}

internal enum Precision
{
    Single,
    Double,
}
