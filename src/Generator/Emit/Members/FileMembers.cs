using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes the members that save and load: a line each, the work is the runtime's.</summary>
internal static class FileMembers
{
    private const string Files = "global::StaticNet.Serialization.NetworkFile", Json = "global::StaticNet.Serialization.NetworkJson";

    private static readonly (string Type, string Name, string Text)[] s_targets =
    {
        ("string", "path", "Where to. The file that was there stays readable until the new one is complete."),
        ("global::System.IO.Stream", "stream", "Written to at its position; stays open."),
    };

    private static readonly (string Type, string Name, string Text)[] s_sources =
    {
        ("string", "path", "A file that Save wrote, or one of PyTorch's nn.Sequential with the same layers."),
        ("global::System.IO.Stream", "stream", "Read from its position to its end; stays open."),
    };

    public static void Write(SourceWriter writer, KernelText text)
    {
        string scaler = $"global::StaticNet.Data.Scaler<{text.Number}>?", scaling = $"global::StaticNet.Serialization.Scaling<{text.Number}>";
        string type = text.Spec.Type.Name;
        foreach (var (target, name, about) in s_targets)
        {
            using (Method(writer, $"void Save({target} {name}, {scaler} inputs = null, {scaler} targets = null)", "Saves the network in the format safetensors, with PyTorch's names and shapes of tensors.", Parameter(name, about), Parameter("inputs", "How inputs were scaled; null: they weren't."), Parameter("targets", "How targets were scaled; null: they weren't."), Throws("A scaler is for another number of columns, or a parameter is NaN or infinite."), ThrowsIO("It cannot be written.")))
                writer.Line($"{Files}.Save<{text.Number}>({name}, this, inputs, targets);");
        }

        foreach (var (target, name, about) in s_targets)
        {
            using (Method(writer, $"void SaveJson({target} {name})", "Saves the network as JSON, exact to the bit: what Weights in the attribute takes.", Parameter(name, about), Throws("A parameter is NaN or infinite."), ThrowsIO("It cannot be written.")))
                writer.Line($"{Json}.Save<{text.Number}>({name}, this);");
        }

        if (!text.Spec.Type.IsConstructible)
            return;
        foreach (var (source, name, about) in s_sources)
        {
            using (Method(writer, $"static {type} Load({source} {name})", "Loads a network that took inputs as they are, and tests that it computes what the saved one did.", Parameter(name, about), ThrowsIO("It cannot be read, is damaged, holds another network or one whose inputs or targets were scaled, or the self-test fails.")))
            {
                writer.Line($"{type} network = new {type}(0UL);");
                writer.Line($"{Files}.LoadUnscaled<{text.Number}>({name}, network);");
                writer.Line("return network;");
            }

            using (Method(writer, $"static {type} Load({source} {name}, out {scaling} scaling)", "Loads a network with the constants that its inputs and targets were scaled by, and tests that it computes what the saved one did.", Parameter(name, about), Parameter("scaling", "How inputs and targets were scaled."), ThrowsIO("It cannot be read, is damaged, holds another network, or the self-test fails.")))
            {
                writer.Line($"{type} network = new {type}(0UL);");
                writer.Line($"scaling = {Files}.Load<{text.Number}>({name}, network);");
                writer.Line("return network;");
            }
        }
    }

    private static string ThrowsIO(string text) => $"<exception cref=\"global::System.IO.IOException\">{text}</exception>";
}
