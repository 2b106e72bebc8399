using System.Globalization;
using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Serialization;

/// <summary>The texts in the header of a network's file: what its tensors do not tell. Files of other programs have none of them.</summary>
internal static class NetworkMetadata
{
    private const string Format = "staticnet-network", Version = "1", DropoutKey = "dropout.state";

    /// <summary>Tells all there is to tell about a network.</summary>
    public static void Write<T>(SafeTensorsWriter writer, Topology topology, Scaling<T> scaling, ulong? dropoutState, GoldenVector<T>? golden)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        writer.AddMetadata("format", Format);
        writer.AddMetadata("version", Version);
        writer.AddMetadata("precision", PrecisionName<T>());
        writer.AddMetadata("layers", LayersText(topology));
        writer.AddMetadata("activations", string.Join(',', topology.Activations));
        writer.AddMetadata("loss", topology.Loss.ToString());
        writer.AddMetadata("reduction", topology.Reduction.ToString());
        foreach (var (name, scaler) in new[] { ("inputs", scaling.Inputs), ("targets", scaling.Targets) })
        {
            if (scaler is null)
                continue;
            writer.AddMetadata(name + ".offset", NumberText.Of(scaler.Offset));
            writer.AddMetadata(name + ".factor", NumberText.Of(scaler.Factor));
        }

        if (dropoutState is { } state)
            writer.AddMetadata(DropoutKey, state.ToString(CultureInfo.InvariantCulture));
        if (golden is null)
            return;
        writer.AddMetadata("golden.inputs", NumberText.Of(golden.Inputs.Span));
        writer.AddMetadata("golden.outputs", NumberText.Of(golden.Outputs.Span));
    }

    /// <summary>What the file says its network is; null: it says nothing.</summary>
    /// <exception cref="SafeTensorsException">It says something that makes no sense, or is no network's file.</exception>
    public static Topology? Topology(SafeTensorsFile file)
    {
        CheckFormat(file);
        if (!file.Metadata.TryGetValue("layers", out string? layers))
            return null;
        string activations = Told("activations"), loss = Told("loss"), reduction = Told("reduction");
        try
        {
            return new Topology(
                Array.ConvertAll(layers.Split('-'), size => int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)),
                Array.ConvertAll(activations.Split(','), Choice<Activation>),
                Choice<LossFunction>(loss),
                Choice<Reduction>(reduction));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new SafeTensorsException($"What the file says of its network makes no sense: layers '{layers}', activations '{activations}', loss '{loss}', reduction '{reduction}'. {(exception is ArgumentException argument ? Guard.Reason(argument) : exception.Message)}", exception);
        }

        string Told(string key) => file.Metadata.GetValueOrDefault(key)
            ?? throw new SafeTensorsException($"Expected the file to tell layers, activations, loss and reduction of its network, or none of them; it tells layers '{layers}', and no {key}.");

        // Numbers would do for Enum.Parse.
        static TEnum Choice<TEnum>(string name)
            where TEnum : struct, Enum =>
            Enum.GetNames<TEnum>().Contains(name) ? Enum.Parse<TEnum>(name) : throw new FormatException($"Expected one of {string.Join(", ", Enum.GetNames<TEnum>())}, got '{name}'.");
    }

    /// <summary>How inputs and targets were scaled.</summary>
    /// <exception cref="SafeTensorsException">Constants are missing, not finite, 0, or for another number of columns.</exception>
    public static Scaling<T> Scaling<T>(SafeTensorsFile file, Topology topology)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        return new(Scaler("inputs", topology.InputSize), Scaler("targets", topology.OutputSize));

        Scaler<T>? Scaler(string name, int columns)
        {
            T[]? offset = Numbers<T>(file, name + ".offset", columns), factor = Numbers<T>(file, name + ".factor", columns);
            if ((offset is null) != (factor is null))
                throw new SafeTensorsException($"Of '{name}.offset' and '{name}.factor' there is only one.");
            if (offset is null)
                return null;
            return Array.IndexOf(factor!, T.Zero) < 0 ? new(offset, factor) : throw new SafeTensorsException($"A number in '{name}.factor' is 0.");
        }
    }

    /// <summary>The inputs and outputs to test with; null: there are none.</summary>
    /// <exception cref="SafeTensorsException">They are not as many as the network takes and gives, or more than this library writes.</exception>
    public static GoldenVector<T>? Golden<T>(SafeTensorsFile file, Topology topology)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string? inputs = file.Metadata.GetValueOrDefault("golden.inputs"), outputs = file.Metadata.GetValueOrDefault("golden.outputs");
        if ((inputs is null) != (outputs is null))
            throw new SafeTensorsException("Of 'golden.inputs' and 'golden.outputs' there is only one.");
        if (inputs is null)
            return null;
        // Thousands of inputs in a small file could keep the self-test busy for hours.
        const int Most = GoldenVector<T>.MostSamples;
        T[]? x = NumberText.Read<T>(inputs, Most * topology.InputSize), y = NumberText.Read<T>(outputs!, Most * topology.OutputSize);
        bool fits = x is { Length: > 0 } && y is not null && x.Length % topology.InputSize == 0 && x.Length / topology.InputSize * topology.OutputSize == y.Length;
        return fits ? new(x, y) : throw new SafeTensorsException($"Expected 'golden.inputs' and 'golden.outputs' to be one to {Most} arrays of numbers such as the network, {topology}, takes and gives.");
    }

    /// <summary>Where a network with dropout was in its sequence of masks; null: the file does not tell.</summary>
    /// <exception cref="SafeTensorsException">It is no state.</exception>
    public static ulong? DropoutState(SafeTensorsFile file) => file.Metadata.GetValueOrDefault(DropoutKey) switch
    {
        null => null,
        var text when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong state) => state,
        var text => throw new SafeTensorsException($"Expected '{DropoutKey}' to be a whole number of 64 bits, got '{text}'."),
    };

    /// <summary>Layers as in <c>2-3-2</c>.</summary>
    public static string LayersText(Topology topology) => string.Join('-', topology.LayerSizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    private static string PrecisionName<T>()
        where T : unmanaged =>
        (typeof(T) == typeof(double) ? Precision.Double : Precision.Single).ToString();

    private static void CheckFormat(SafeTensorsFile file)
    {
        if (file.Metadata.TryGetValue("format", out string? format) && format != Format && format.StartsWith("staticnet", StringComparison.Ordinal))
            throw new SafeTensorsException($"Expected a file of a network, {Format}; this is one of another kind, {format}.");
        if (format == Format && file.Metadata.GetValueOrDefault("version") is var version && version != Version)
            throw new SafeTensorsException($"Expected version {Version} of {Format}; the file is of version {version ?? "unknown"}.");
        if (format == Format && file.Metadata.TryGetValue("precision", out string? precision))
            CheckPrecision(file, precision);
    }

    /// <summary>What another program has rewritten in half precision keeps its texts; the other precision makes it another network.</summary>
    private static void CheckPrecision(SafeTensorsFile file, string precision)
    {
        TensorType other = precision switch
        {
            nameof(Precision.Single) => TensorType.F64,
            nameof(Precision.Double) => TensorType.F32,
            _ => throw new SafeTensorsException($"Expected 'precision' to be Single or Double, got '{precision}'."),
        };
        if (file.Names.FirstOrDefault(name => file[name].Type == other) is { } odd)
            throw new SafeTensorsException($"The file says that its precision is {precision}, but '{odd}' is {file[odd]}.");
    }

    private static T[]? Numbers<T>(SafeTensorsFile file, string key, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!file.Metadata.TryGetValue(key, out string? text))
            return null;
        var numbers = NumberText.Read<T>(text, count);
        return numbers?.Length == count ? numbers : throw new SafeTensorsException($"Expected '{key}' to be an array of {count} finite numbers.");
    }
}
