using System.Globalization;
using System.Numerics;
using StaticNet.Onnx.Proto;

namespace StaticNet.Onnx.Export;

/// <summary>A network as a model: a <c>Gemm</c> and an activation for each layer.</summary>
internal static class ModelWriter
{
    /// <summary>
    /// The first with <c>Erf</c>, which GELU needs. What is used of it means the same in every later one: softmax was defined on matrices then, and here
    /// everything is a matrix.
    /// </summary>
    public const int Opset = 9;

    /// <summary>The first version of the format whose weights need not be listed as inputs too; ONNX 1.4, which brought opset 9, had it.</summary>
    private const int FormatVersion = 4;

    /// <param name="topology">The layers.</param>
    /// <param name="parameters">[ParameterCount]</param>
    /// <param name="options">Names and sizes.</param>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite, or the options are impossible.</exception>
    public static ModelProto Write<T>(Topology topology, ReadOnlySpan<T> parameters, OnnxOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        options.Check(nameof(options));
        foreach (T parameter in parameters)
        {
            if (!T.IsFinite(parameter))
                throw new ArgumentException("A parameter of the network is NaN or infinite; such a model could not be read.", "network");
        }

        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "StaticNet",
            ProducerVersion = typeof(ModelWriter).Assembly.GetName().Version!.ToString(fieldCount: 3),
            DocString = options.Description,
            Graph = new GraphProto { Name = "network" },
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = Opset });
        Metadata.Write(topology, model.MetadataProps);

        var writer = new GraphWriter<T>(model.Graph);
        writer.Take(options.InputName);
        model.Graph.Input.Add(writer.Value(options.InputName, topology.InputSize, options));
        model.Graph.Output.Add(writer.Value(options.OutputName, topology.OutputSize, options));
        WriteLayers(topology, parameters, options, writer);
        return model;
    }

    private static void WriteLayers<T>(Topology topology, ReadOnlySpan<T> parameters, OnnxOptions options, GraphWriter<T> writer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string a = options.InputName;
        for (int i = 0; i < topology.LayerCount; i++)
        {
            int inputs = topology.LayerSizes[i], units = topology.LayerSizes[i + 1];
            string number = (i + 1).ToString(CultureInfo.InvariantCulture), layer = "layer" + number;
            string next = i == topology.LayerCount - 1 ? options.OutputName : "a" + number;
            // The identity is no node: its layer's sum is the result.
            var activation = topology.Activations[i];
            string z = activation == Activation.Identity ? next : "z" + number;
            string weights = writer.Tensor("W" + number, parameters[..(inputs * units)], inputs, units);
            string biases = writer.Tensor("b" + number, parameters.Slice(inputs * units, units), units);
            writer.Node(layer + "/Gemm", "Gemm", z, a, weights, biases);
            ActivationNodes.Write(writer, activation, layer, z, next);
            parameters = parameters[((inputs + 1) * units)..];
            a = next;
        }
    }
}
