using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;
using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes sizes, parameters and the constructor.</summary>
internal static class StateMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        Sizes(writer, text);
        Face(writer, text);
        Topology(writer, text);
        Fields(writer, text);
        Constructor(writer, text);
        Views(writer, text);
        if (text.Spec.HasDropout)
            DropoutMembers.WriteState(writer);
    }

    /// <summary>Of a network whose parameters are constants.</summary>
    public static void WriteFrozen(SourceWriter writer, KernelText text)
    {
        Sizes(writer, text);
        Topology(writer, text);
        Views(writer, text);
    }

    private static void Sizes(SourceWriter writer, KernelText text)
    {
        foreach (var (name, value, summary) in new[]
        {
            ("InputSize", text.Spec.Inputs, "Values in one input."),
            ("OutputSize", text.Spec.Outputs, "Values in one output."),
            ("ParameterCount", text.Spec.ParameterCount, "Weights and biases of all layers together."),
        })
        {
            Document(writer, summary);
            writer.Line($"public const int {name} = {Int(value)};");
        }

    }

    private static void Face(SourceWriter writer, KernelText text)
    {
        writer.Line();
        foreach (string name in new[] { "InputSize", "OutputSize", "ParameterCount" })
            writer.Line($"int global::StaticNet.INetwork<{text.Number}>.{name} => {name};");
        writer.Line($"global::StaticNet.Topology global::StaticNet.INetwork<{text.Number}>.Topology => Topology;");
    }

    private static void Topology(SourceWriter writer, KernelText text)
    {
        Document(writer, "Layers, activations and loss.");
        writer.Line($"public static global::StaticNet.Topology Topology => {Kernel(text)}.Topology;");
    }

    private static void Fields(SourceWriter writer, KernelText text)
    {
        writer.Line();
        if (text.Spec.Type.IsValueType)
        {
            Block(writer, text);
            return;
        }

        if (text.Plan.Rows is null)
        {
            bool room = text.Plan.ParameterRoom > text.Spec.ParameterCount;
            if (room)
                writer.Line("// Read and updated in whole vectors: there is room behind the parameters.");
            writer.Line($"private readonly {text.Number}[] _parameters = new {text.Number}[{(room ? Int(text.Plan.ParameterRoom) : "ParameterCount")}];");
        }
        else
        {
            writer.Line("// Weights are read in whole vectors: they start on a cache-line boundary and have room behind them.");
            string buffer = $"global::StaticNet.Lanes.AlignedBuffer<{text.Number}>";
            writer.Line($"private readonly {buffer} _parameters = new {buffer}(ParameterCount);");
        }

        if (!text.Plan.GradientOnStack)
        {
            writer.Line();
            writer.Line("// Too large for the stack; training has the network to itself.");
            writer.Line($"private readonly {text.Number}[] _gradient = new {text.Number}[ParameterCount];");
        }
    }

    /// <summary>The parameters of a value type: as many fields as there are, one behind the other.</summary>
    private static void Block(SourceWriter writer, KernelText text)
    {
        writer.Line("private ParameterBlock _parameters;");
        writer.Line();
        writer.Line("// Read and updated in whole vectors: there is room behind the parameters.");
        int room = text.Plan.ParameterRoom, bytes = room * (text.Spec.Precision == Precision.Double ? 8 : 4);
        writer.Line(text.IsPortable
            ? $"[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = {Int(bytes)})]"
            : $"[global::System.Runtime.CompilerServices.InlineArray({Int(room)})]");
        using (writer.Block("private struct ParameterBlock"))
        {
            writer.Line($"private {text.Number} _first;");
            writer.Line();
            writer.Line("// Also of a network that is only read: its own members know which of them write.");
            writer.Line($"public readonly {Output(text)} Span => global::StaticNet.Lanes.Inside.Span(in _first, ParameterCount);");
        }
    }

    /// <summary>A span of what is inside a value may leave the method that makes it, as long as the value stays.</summary>
    private const string UnscopedRef = "[global::System.Diagnostics.CodeAnalysis.UnscopedRef]";

    private static void Constructor(SourceWriter writer, KernelText text)
    {
        bool isBaked = text.Spec.Weights is not null;
        if (isBaked)
        {
            using (Method(writer, $"{text.Spec.Type.Name}()", $"A network with the parameters of {Documentation(text.Spec.Weights!.File)}."))
            {
                Clear(writer, text);
                writer.Line("BakedParameters.CopyTo(Parameters);");
                if (text.Spec.HasDropout)
                    writer.Line("DropoutState = global::StaticNet.Dropout.FirstState(0);");
                Reserve(writer, text);
            }
        }
        else if (text.Spec.Type.IsValueType && text.Spec.Target.HasStructConstructors)
        {
            // Without it `new Brain()` would be all zeros, since of a constructor whose parameters may be left out C# thinks last.
            Document(writer, "Draws the initial weights of seed 0; biases are zero. The default value, as in a new array, has weights of zero.");
            using (writer.Block($"public {text.Spec.Type.Name}()\n    : this(0UL)"))
            {
            }
        }

        string signature = $"{text.Spec.Type.Name}(ulong seed{(isBaked || text.Spec.Type.IsValueType ? "" : " = 0")})";
        using (Method(writer, signature, "Draws the initial weights, the same for the same seed on every machine; biases are zero.", Parameter("seed", "Any number.")))
        {
            Clear(writer, text);
            writer.Line("global::StaticNet.SplitMix64 random = new global::StaticNet.SplitMix64(seed);");
            foreach (var layer in text.Plan.Layers)
            {
                string n = Int(layer.Number), sizes = $"{Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}";
                writer.Line(layer.Traits.HeInitialization
                    ? $"global::StaticNet.Initialization.HeUniform(W{n}, {Int(layer.Spec.Inputs)}, ref random);"
                    : $"global::StaticNet.Initialization.GlorotUniform(W{n}, {sizes}, ref random);");
            }

            if (text.Spec.HasDropout)
                writer.Line("DropoutState = global::StaticNet.Dropout.FirstState(seed);");
            Reserve(writer, text);
        }
    }

    private static void Clear(SourceWriter writer, KernelText text)
    {
        if (!text.Spec.Type.IsValueType)
            return;
        if (text.Spec.Target.AssignsFields)
            writer.Line("this = default;");
        writer.Line("_parameters = default;");
    }

    private static void Reserve(SourceWriter writer, KernelText text)
    {
        writer.Line();
        writer.Line("// Memory for the activations of a block of samples, and tables: no call has to allocate them.");
        writer.Line($"global::StaticNet.Lanes.Workspace<{text.Number}>.Reserve({Int(text.Plan.WorkspaceLength)}, {Kernel(text)}.Layout);");
    }

    private static void Views(SourceWriter writer, KernelText text)
    {
        bool isFrozen = text.Spec.IsFrozen;
        string span = isFrozen ? $"static {Input(text)}" : Output(text);
        string all = isFrozen ? "PaddedParameters.Slice(0, ParameterCount)" : IsArray(text) ? $"new {Output(text)}(_parameters, 0, ParameterCount)" : AllParameters(text);
        bool unscoped = text.Spec.Type.IsValueType && !isFrozen && !text.IsPortable && text.Spec.Target.HasUnscopedMembers;
        Document(writer, $"Every parameter, flat: weights and biases, layer by layer. {(isFrozen ? "Data of the assembly." : "Writing to it changes the network.")}");
        View("Parameters", all);
        foreach (var layer in text.Plan.Layers)
        {
            string n = Int(layer.Number), inputs = Int(layer.Spec.Inputs), units = Int(layer.Spec.Units);
            Document(writer, $"Weights of layer {n}, row-major [{inputs} inputs × {units} units]: a view of the parameters.");
            View($"W{n}", Part(text, layer.WeightOffset, layer.Spec.WeightCount));
            Document(writer, $"Biases of layer {n}, [{units}]: a view of the parameters.");
            View($"B{n}", Part(text, layer.BiasOffset, layer.Spec.Units));
        }

        void View(string name, string value)
        {
            if (unscoped)
                writer.Line(UnscopedRef);
            writer.Line($"public {span} {name} => {value};");
        }
    }

    private static string Part(KernelText text, int offset, int length) => IsArray(text) && !text.Spec.IsFrozen
        ? $"new {Output(text)}(_parameters, {Int(offset)}, {Int(length)})"
        : $"{AllParameters(text)}.Slice({Int(offset)}, {Int(length)})";
}
