using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>Every diagnostic, in id order. Each has an entry in docs/diagnostics.md.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "SN0001", "Network type is not partial", "Type '{0}' must be declared partial, so that the network can be added to it");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "SN0002", "Containing type is not partial", "Type '{0}' contains the network '{1}' and must be declared partial too");

    public static readonly DiagnosticDescriptor Generic = Error(
        "SN0003", "Network type is generic", "Type '{0}' is generic; a network type and the types that contain it cannot have type parameters");

    public static readonly DiagnosticDescriptor KindNotSupported = Error(
        "SN0004", "Type cannot be a network", "'{0}' is {1}; a network must be an ordinary partial class or struct");

    public static readonly DiagnosticDescriptor SizeMissing = Error(
        "SN0005", "Size is missing", "The network has no {0}; add {0} = …, the number of values in one {1}");

    public static readonly DiagnosticDescriptor SizeTooSmall = Error(
        "SN0006", "Size is too small", "{0} is {1}; it must be at least {2}");

    public static readonly DiagnosticDescriptor HiddenTwice = Error(
        "SN0007", "Hidden layers are given twice", "Hidden and HiddenLayers exclude each other; use Hidden for one hidden layer, HiddenLayers for several");

    public static readonly DiagnosticDescriptor NoLayers = Error(
        "SN0008", "List of hidden layers is empty", "HiddenLayers is empty; list at least one size, or leave it out for a network without hidden layers");

    public static readonly DiagnosticDescriptor SoftmaxHidden = Error(
        "SN0009", "Softmax in a hidden layer", "Softmax is for the output layer only; choose another activation for hidden layer {0}");

    public static readonly DiagnosticDescriptor SoftmaxSingle = Error(
        "SN0010", "Softmax of one output", "Softmax of a single output is always 1; use Sigmoid, or Output = 2");

    public static readonly DiagnosticDescriptor LossMismatch = Error(
        "SN0011", "Loss does not fit the output activation", "{0} does not fit {1} outputs; use {2}");

    public static readonly DiagnosticDescriptor ActivationCount = Error(
        "SN0012", "Wrong number of activations", "HiddenActivations lists {0}, the network has {1}; list one a hidden layer");

    public static readonly DiagnosticDescriptor UnknownValue = Error(
        "SN0013", "Unknown value", "{0} is no value of {1}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "SN0014", "C# version is too old", "The generated network needs C# {1} or later, this project compiles as C# {0}; set <LangVersion> in the project file");

    public static readonly DiagnosticDescriptor NameCollision = Error(
        "SN0015", "Name is taken", "'{0}' is a name that the network adds to '{1}'; rename yours");

    public static readonly DiagnosticDescriptor PrimaryConstructor = Error(
        "SN0016", "Network type has a primary constructor", "'{0}' has a primary constructor, which every other constructor would have to call; declare an ordinary one");

    public static readonly DiagnosticDescriptor BaseType = Error(
        "SN0017", "Base class does not fit", "'{0}' derives from '{1}', which {2}");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "SN0018", "Network is too large", "The network has {0} parameters; at most {1} are supported {2}");

    public static readonly DiagnosticDescriptor Large = new(
        "SN0019", "Network is very large", "The network has {0} parameters, {1} bytes; kernels specialised for a topology do not pay at this size, consider a tensor library",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "sn0019");

    public static readonly DiagnosticDescriptor ZeroWeights = new(
        "SN0020", "Constructor leaves the weights zero", "A constructor of '{0}' does not call the network's, which draws the initial weights; begin it with ': this(seed)'",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "sn0020");

    public static readonly DiagnosticDescriptor DropoutRate = Error(
        "SN0021", "Dropout rate is out of range", "{0} is {1}; it must be at least 0 and less than 1");

    public static readonly DiagnosticDescriptor DropoutTwice = Error(
        "SN0022", "Dropout is given twice", "Dropout and Dropouts exclude each other; use Dropout for one rate in all hidden layers, Dropouts for one a layer");

    public static readonly DiagnosticDescriptor DropoutCount = Error(
        "SN0023", "Wrong number of dropout rates", "Dropouts lists {0}, the network has {1}; list one a hidden layer");

    public static readonly DiagnosticDescriptor DropoutWithoutLayer = Error(
        "SN0024", "Dropout without a hidden layer", "Dropout is for hidden layers, and the network has none; add Hidden = …, or leave it out");

    public static readonly DiagnosticDescriptor WeightsNotFound = Error(
        "SN0025", "File of weights is not found", "'{0}' {1}");

    public static readonly DiagnosticDescriptor WeightsUnreadable = Error(
        "SN0026", "File of weights is no JSON", "'{0}' cannot be read: {1}");

    public static readonly DiagnosticDescriptor WeightsMismatch = Error(
        "SN0027", "File of weights belongs to another network", "'{0}' does not fit the network: {1}");

    public static readonly DiagnosticDescriptor FrozenWithoutWeights = Error(
        "SN0028", "Frozen network without weights", "A frozen network is its weights; add Weights = \"….json\", or leave Frozen out");

    public static readonly DiagnosticDescriptor Boxed = new(
        "SN0029", "Copy of a value-type network", "'{0}' is a value, and becoming an {1} copies it: what happens to the copy does not happen to the network. Pass it by ref where that is offered, or write the cast if a copy is meant.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "sn0029");

    internal const string Category = "StaticNet";

    private const string Help = "https://github.com/staticnet/staticnet/blob/main/docs/diagnostics.md#";

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + id.ToLowerInvariant());
}
