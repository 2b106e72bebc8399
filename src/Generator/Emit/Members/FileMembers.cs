using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes the members that save and load: a line each, the work is the runtime's.</summary>
internal static class FileMembers
{
    private const string Files = "global::StaticNet.Serialization.NetworkFile", Json = "global::StaticNet.Serialization.NetworkJson";

    private static readonly (string Type, string Name, string Text)[] s_targets =
    {
        ("string", "path", "Where to. The old file stays readable until the new one is complete."),
        ("global::System.IO.Stream", "stream", "Written to at its position; stays open."),
    };

    private static readonly (string Type, string Name, string Text)[] s_sources =
    {
        ("string", "path", "Of Save, or of PyTorch with the same layers."),
        ("global::System.IO.Stream", "stream", "Read from its position to its end; stays open."),
    };

    public static void Write(SourceWriter writer, KernelText text)
    {
        string scaler = $"global::StaticNet.Data.Scaler<{text.Number}>?", scaling = $"global::StaticNet.Serialization.Scaling<{text.Number}>";
        string type = text.Spec.Type.Name;
        foreach (var (target, name, about) in s_targets)
        {
            using (Method(writer, $"void Save({target} {name}, {scaler} inputs = null, {scaler} targets = null)", "Saves the network as safetensors, with PyTorch's names and shapes.", Parameter(name, about), Parameter("inputs", "How inputs were scaled; null: they weren't."), Parameter("targets", "How targets were scaled; null: they weren't."), Throws("A scaler has other columns, or a parameter is not finite.")))
                writer.Line($"{Files}.Save<{text.Number}>({name}, this, inputs, targets);");
        }

        foreach (var (target, name, about) in s_targets)
        {
            using (Method(writer, $"void SaveJson({target} {name})", "Saves the network as JSON, exact to the bit: what Weights in the attribute takes.", Parameter(name, about), Throws("A parameter is not finite.")))
                writer.Line($"{Json}.Save<{text.Number}>({name}, this);");
        }

        if (!text.Spec.Type.IsConstructible)
            return;
        writer.Line();
        writer.Line("// Another assembly may have a namespace of this name.");
        writer.Line("#pragma warning disable CS0437");
        foreach (var (source, name, about) in s_sources)
        {
            using (Method(writer, $"static {type} Load({source} {name})", "Loads a network without scaling, and tests that it computes what the saved one did.", Parameter(name, about), ThrowsIO("It is damaged, another network's, or has scaling.")))
            {
                writer.Line($"{type} network = new {type}(0UL);");
                writer.Line($"{Files}.LoadUnscaled<{text.Number}>({name}, network);");
                writer.Line("return network;");
            }

            using (Method(writer, $"static {type} Load({source} {name}, out {scaling} scaling)", "Loads a network and its scaling, and tests that it computes what the saved one did.", Parameter(name, about), Parameter("scaling", "How inputs and targets were scaled."), ThrowsIO("It is damaged, or another network's.")))
            {
                writer.Line($"{type} network = new {type}(0UL);");
                writer.Line($"scaling = {Files}.Load<{text.Number}>({name}, network);");
                writer.Line("return network;");
            }
        }

        writer.Line();
        writer.Line("#pragma warning restore CS0437");
    }

    private static string ThrowsIO(string text) => $"<exception cref=\"global::System.IO.IOException\">{text}</exception>";
}
