using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes the members that save and load: a line each, the work is the runtime's.</summary>
internal static class FileMembers
{
    private const string Files = "global::StaticNet.Serialization.NetworkFile", Json = "global::StaticNet.Serialization.NetworkJson";

    private const string Path = "string path", Stream = "global::System.IO.Stream stream";

    public static void Write(SourceWriter writer, KernelText text)
    {
        string scaler = $"global::StaticNet.Data.Scaler<{text.Number}>?", scaling = $"global::StaticNet.Serialization.Scaling<{text.Number}>";
        string type = text.Spec.Type.Name, reading = Reading(text);
        string scalers = $"{scaler} inputs = null, {scaler} targets = null";
        using (Method(
            writer,
            $"{reading}void Save({Path}, {scalers})",
            "Saves the network as safetensors, with PyTorch's names and shapes.",
            Parameter("path", "Where to. The old file stays readable until the new one is complete."),
            Parameter("inputs", "How inputs were scaled; null: they weren't."),
            Parameter("targets", "How targets were scaled; null: they weren't."),
            Throws("A scaler has other columns, or a parameter is not finite.")))
            writer.Line($"{Files}.Save<{text.Number}>(path, this, inputs, targets);");
        using (Method(writer, $"{reading}void Save({Stream}, {scalers})", ToStream))
            writer.Line($"{Files}.Save<{text.Number}>(stream, this, inputs, targets);");

        using (Method(
            writer,
            $"{reading}void SaveJson({Path})",
            "Saves the network as JSON, exact to the bit: what Weights in the attribute takes.",
            Parameter("path", "Where to. The old file stays readable until the new one is complete."),
            Throws("A parameter is not finite.")))
            writer.Line($"{Json}.Save<{text.Number}>(path, this);");
        using (Method(writer, $"{reading}void SaveJson({Stream})", ToStream))
            writer.Line($"{Json}.Save<{text.Number}>(stream, this);");

        if (!text.Spec.Type.IsConstructible)
            return;
        string load = $"{Files}.LoadUnscaled<{text.Number}>", loadScaled = $"scaling = {Files}.Load<{text.Number}>";
        Load(
            Path,
            load,
            "Loads a network without scaling, and tests that it computes what the saved one did.",
            Parameter("path", "Of Save, or of PyTorch with the same layers."),
            ThrowsIO("It is damaged, another network's, or has scaling."));
        Load(Stream, load, FromStream);
        Load(
            $"{Path}, out {scaling} scaling",
            loadScaled,
            "Loads a network and its scaling, and tests that it computes what the saved one did.",
            Parameter("path", "Of Save, or of PyTorch with the same layers."),
            Parameter("scaling", "How inputs and targets were scaled."),
            ThrowsIO("It is damaged, or another network's."));
        Load($"{Stream}, out {scaling} scaling", loadScaled, FromStream);

        void Load(string parameters, string statement, string summary, params string[] remaining)
        {
            using (Method(writer, $"static {type} Load({parameters})", summary, remaining))
            {
                // A value is loaded in its box, and taken out.
                bool isBoxed = text.Spec.Type.IsValueType;
                string declared = isBoxed ? $"global::StaticNet.INetwork<{text.Number}>" : type;
                writer.Line($"{declared} network = new {type}(0UL);");
                writer.Line($"{statement}({(parameters.StartsWith(Path, StringComparison.Ordinal) ? "path" : "stream")}, network);");
                writer.Line($"return {(isBoxed ? $"({type})" : "")}network;");
            }
        }
    }

    private const string ToStream = "The same, to a stream, which stays open.", FromStream = "The same, from a stream, which is read to its end and stays open.";

    private static string ThrowsIO(string text) => $"<exception cref=\"global::System.IO.IOException\">{text}</exception>";
}
