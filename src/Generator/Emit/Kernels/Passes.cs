using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the calls of the stages, in order: forwards, and back.</summary>
internal static class Passes
{
    /// <summary>Places what a layer leaves for the way back; masked: with its mask and the masked activations.</summary>
    public static void TrainingArrays(SourceWriter writer, KernelText text, ref int offset, bool masked = false)
    {
        foreach (var layer in text.Plan.Layers)
        {
            if (layer.KeepsPreActivation)
                ScratchText.Place(writer, text, $"z{layer.Number}", layer.Spec.Units, ref offset);
            ScratchText.Place(writer, text, OutputOf(layer), layer.Spec.Units, ref offset);
            if (!masked || !layer.Drops)
                continue;
            ScratchText.Place(writer, text, $"m{layer.Number}", layer.Spec.Units, ref offset);
            ScratchText.Place(writer, text, $"h{layer.Number}", layer.Spec.Units, ref offset);
        }
    }

    /// <summary>Calls the layers in order. Without gradients z need not be kept, and a takes its place.</summary>
    public static void ForwardPass(SourceWriter writer, KernelText text, bool keep, bool masked = false)
    {
        foreach (var layer in text.Plan.Layers)
        {
            string z = !layer.KeepsPreActivation ? "" : keep ? $"ref z{layer.Number}, " : $"ref a{layer.Number}, ";
            writer.Line($"Layer{layer.Number}<V>(ref p, ref {DropoutText.InputOf(text, layer, masked)}, {z}ref {OutputOf(layer)}, vectors);");
            if (masked && layer.Drops)
                DropoutText.Mask(writer, text, layer);
        }
    }

    /// <summary>Calls gradients and deltas, last layer first. A layer's gradient needs the activations that the next δ will replace.</summary>
    public static void BackwardPass(SourceWriter writer, KernelText text, string? condition = null, bool masked = false)
    {
        writer.Line();
        for (int i = text.Plan.Layers.Count - 1; i >= 0; i--)
        {
            var layer = text.Plan.Layers[i];
            string n = Int(layer.Number);
            writer.Line($"ref {text.Number} d{n} = ref {OutputOf(layer)};");
            string gradient = $"Gradient{n}<V>(ref {DropoutText.InputOf(text, layer, masked)}, ref d{n}, ref g, vectors);";
            if (condition is null)
            {
                writer.Line(gradient);
            }
            else
            {
                writer.Line($"if ({condition})");
                writer.Line("    " + gradient);
            }

            if (i == 0)
                continue;
            var before = text.Plan.Layers[i - 1];
            string z = before.KeepsPreActivation ? $"ref z{before.Number}, " : "";
            writer.Line($"Delta{before.Number}<V>(ref p, ref d{n}, {z}ref a{before.Number}, vectors);");
            if (masked && before.Drops)
                DropoutText.Apply(writer, text, before, $"a{before.Number}", $"a{before.Number}");
        }
    }
}
