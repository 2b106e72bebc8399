using System.Numerics;
using System.Reflection;
using StaticNet.Tests.Reference;

namespace StaticNet.Tests.Networks;

/// <summary>One of the generated networks of this project, with what its attribute says: read here by other code than the generator's.</summary>
public sealed class NetworkCase
{
    private static readonly Dictionary<string, NetworkCase> s_all = typeof(NetworkCase).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(NetworkCase).Namespace && type.IsDefined(typeof(NetworkAttribute)))
        .Select(type => new NetworkCase(type))
        .ToDictionary(network => network.Name);

    private readonly Type _type;

    private NetworkCase(Type type)
    {
        _type = type;
        Name = type.FullName![(type.Namespace!.Length + 1)..].Replace('+', '.');
        var given = type.GetCustomAttributesData().Single(data => data.AttributeType == typeof(NetworkAttribute))
            .NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);

        int output = Get("Output", 0);
        int[] hidden = given.TryGetValue("HiddenLayers", out object? layers) ? Array<int>(layers) : Get("Hidden", 0) is > 0 and var one ? [one] : [];
        Sizes = [Get("Input", 0), .. hidden, output];
        OutputActivation = (Activation)Get("OutputActivation", (int)(output == 1 ? Activation.Sigmoid : Activation.Softmax));
        Activations =
        [
            .. given.TryGetValue("HiddenActivations", out object? each)
                ? Array<int>(each).Select(value => (Activation)value)
                : Enumerable.Repeat((Activation)Get("HiddenActivation", (int)Activation.Tanh), hidden.Length),
            OutputActivation,
        ];
        Loss = (LossFunction)Get("Loss", (int)(OutputActivation switch
        {
            Activation.Softmax => LossFunction.CrossEntropy,
            Activation.Sigmoid => LossFunction.BinaryCrossEntropy,
            _ => LossFunction.MeanSquaredError,
        }));
        Reduction = (Reduction)Get("Reduction", (int)Reduction.Mean);
        Dropouts = given.TryGetValue("Dropouts", out object? rates)
            ? Array<double>(rates)
            : [.. Enumerable.Repeat(given.TryGetValue("Dropout", out object? rate) ? (double)rate! : 0, hidden.Length)];
        IsDouble = Get("Precision", (int)Precision.Single) == (int)Precision.Double;

        int Get(string name, int otherwise) => given.TryGetValue(name, out object? value) ? (int)value! : otherwise;
        static TItem[] Array<TItem>(object? value) => ((IEnumerable<CustomAttributeTypedArgument>)value!).Select(item => (TItem)item.Value!).ToArray();
    }

    /// <summary>Container and class.</summary>
    public string Name { get; }

    /// <summary>Inputs, units of each hidden layer, outputs.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>One for each layer.</summary>
    public IReadOnlyList<Activation> Activations { get; }

    public Activation OutputActivation { get; }

    /// <summary>One for each hidden layer.</summary>
    public IReadOnlyList<double> Dropouts { get; }

    public LossFunction Loss { get; }

    public Reduction Reduction { get; }

    public bool IsDouble { get; }

    public int InputSize => Sizes[0];

    public int OutputSize => Sizes[^1];

    /// <summary>Whether labels are understood: outputs are probabilities.</summary>
    public bool IsClassifier => OutputActivation is Activation.Softmax or Activation.Sigmoid;

    /// <summary>Labels run from 0 to this − 1.</summary>
    public int Classes => Math.Max(2, OutputSize);

    /// <summary>The names of all networks, for theories.</summary>
    public static TheoryData<string> Names => [.. s_all.Keys];

    /// <summary>The names of the networks in double.</summary>
    public static TheoryData<string> DoubleNames => [.. s_all.Values.Where(network => network.IsDouble).Select(network => network.Name)];

    /// <summary>The names of the networks that understand labels.</summary>
    public static TheoryData<string> ClassifierNames => [.. s_all.Values.Where(network => network.IsClassifier).Select(network => network.Name)];

    public static NetworkCase Find(string name) => s_all[name];

    /// <summary>A network that is none of these: one with dropout.</summary>
    public static NetworkCase Of(Type type) => new(type);

    /// <summary>A network with its own initial weights.</summary>
    public INetwork<T> Create<T>(ulong seed = 0)
        where T : unmanaged =>
        (INetwork<T>)Activator.CreateInstance(_type, seed)!;

    /// <summary>A network with weights and biases drawn uniformly, of a size that keeps activations in their interesting range.</summary>
    public INetwork<T> CreateRandom<T>(int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = Create<T>();
        var random = new Random(seed);
        int at = 0;
        for (int layer = 0; layer < Activations.Count; layer++)
        {
            double range = 1.5 / Math.Sqrt(Math.Max(1, Sizes[layer] / 3.0));
            for (int i = (Sizes[layer] + 1) * Sizes[layer + 1]; i > 0; i--)
                network.Parameters[at++] = T.CreateTruncating(range * (2 * random.NextDouble() - 1));
        }

        return network;
    }

    /// <summary>The reference network of this topology with the parameters of that network.</summary>
    public ReferenceNetwork CreateReference<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var reference = new ReferenceNetwork(Sizes, Activations, Loss, Reduction);
        reference.SetParameters(Samples.ToDouble<T>(network.Parameters));
        return reference;
    }
}
