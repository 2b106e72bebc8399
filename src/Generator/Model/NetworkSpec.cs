namespace StaticNet.Generator.Model;

/// <summary>A network as the user asked for it, checked and with every default filled in. Plain data.</summary>
/// <param name="Type">Where the generated part goes.</param>
/// <param name="Layers">First to last.</param>
/// <param name="Loss">What training minimises.</param>
/// <param name="Reduction">Of a batch's losses.</param>
/// <param name="Precision">The number type.</param>
/// <param name="Target">What the project allows.</param>
/// <param name="IsFrozen">Whether the parameters are constants: no instance, no training.</param>
/// <param name="Weights">The parameters that come from a file; null: they are drawn.</param>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<LayerSpec> Layers,
    LossFunction Loss,
    Reduction Reduction,
    Precision Precision,
    TargetSpec Target,
    bool IsFrozen,
    WeightsSpec? Weights)
{
    public int Inputs => Layers[0].Inputs;

    public int Outputs => Layers[Layers.Count - 1].Units;

    public Activation OutputActivation => Layers[Layers.Count - 1].Activation;

    /// <summary>Outputs that are class probabilities: targets may be given as labels.</summary>
    public bool IsClassifier => OutputActivation is Activation.Softmax or Activation.Sigmoid;

    /// <summary>Whether training drops activations of any hidden layer.</summary>
    public bool HasDropout => Layers.Any(layer => layer.Dropout > 0);

    /// <summary>A largest output makes sense for action values too, not only for probabilities.</summary>
    public bool Predicts => IsClassifier || Outputs > 1;

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);
}

/// <summary>One dense layer: <c>activation(a·W + b)</c>.</summary>
/// <param name="Inputs">Values that it reads.</param>
/// <param name="Units">Values that it yields.</param>
/// <param name="Activation">Of every unit.</param>
/// <param name="Dropout">The probability with which training drops an activation; 0 in the output layer.</param>
internal sealed record LayerSpec(int Inputs, int Units, Activation Activation, double Dropout)
{
    public int WeightCount => Inputs * Units;

    public int ParameterCount => WeightCount + Units;
}

/// <summary>Parameters from a file.</summary>
/// <param name="File">Its name in the attribute.</param>
/// <param name="Rows">Literals: for each layer a row an input, then the biases; together the flat parameters.</param>
internal sealed record WeightsSpec(string File, EquatableArray<string> Rows);

/// <summary>The annotated type: where the generated part goes.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">Containing types, outermost first, as declarations: <c>partial class Outer</c>.</param>
/// <param name="Name">The type's name, as it is written in code (<c>@class</c>).</param>
/// <param name="FullName">Namespace, containers and name, for file names.</param>
/// <param name="IsConstructible">Whether generated code may make one: it is not abstract, has no members that must be set, and shares its name with no namespace, which naming it would be warned of.</param>
/// <param name="IsValueType">A struct: the parameters are inside, and an assignment copies them.</param>
/// <param name="HasFieldsWithoutLayout">Whether a struct has fields of the user's and no word on their order: beside generated ones the compiler would warn.</param>
internal sealed record TypeSpec(
    string Namespace, EquatableArray<string> Containers, string Name, string FullName, bool IsConstructible, bool IsValueType, bool HasFieldsWithoutLayout)
{
    /// <summary>As it is declared.</summary>
    public string Keyword => IsValueType ? "struct" : "class";
}
