using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the taking, dividing and giving back of scratch memory.</summary>
internal static class ScratchText
{
    /// <summary>Memory for a block of samples, of the batch's size where that is smaller; before it, if wanted, a gradient in lanes: <c>g</c>.</summary>
    public static void Take(SourceWriter writer, KernelText text, ScratchPlan scratch, int laneGradient = 0)
    {
        string number = text.Number;
        writer.Line();
        writer.Line($"// Room for a block of samples: at most {scratch.BlockVectors} vectors go through all stages together.");
        Lanes(writer);
        writer.Line($"int capacity = Math.Min({scratch.BlockVectors}, (count + lanes - 1) / lanes) * lanes;");
        string gradient = laneGradient == 0 ? "" : $"{Int(scratch.Rows(laneGradient))} * lanes + ";
        string length = $"{gradient}{Int(scratch.ValuesPerSample)} * capacity + {Int(scratch.Padding)}";
        if (scratch.OnStack)
        {
            writer.Line($"Span<{number}> scratch = stackalloc {number}[{length}];");
        }
        else
        {
            writer.Line($"int length = {length};");
            writer.Line($"{number}[]? rented = null;");
            writer.Line($"Span<{number}> scratch = length <= {Int(scratch.StackLength)} ? stackalloc {number}[length] : (rented = Workspace<{number}>.Rent(length));");
        }

        if (laneGradient == 0)
        {
            writer.Line($"ref {number} memory = ref Scratch.Align(scratch);");
            return;
        }

        writer.Line($"ref {number} g = ref Scratch.Align(scratch);");
        writer.Line($"ref {number} memory = ref Unsafe.Add(ref g, {Int(scratch.Rows(laneGradient))} * lanes);");
    }

    /// <summary>An array within the scratch memory.</summary>
    public static void Place(SourceWriter writer, KernelText text, string name, int width, ref int offset)
    {
        writer.Line($"ref {text.Number} {name} = ref Unsafe.Add(ref memory, {Int(offset)} * capacity);");
        offset += width;
    }

    public static void Give(SourceWriter writer, KernelText text, ScratchPlan scratch)
    {
        writer.Line();
        if (!scratch.OnStack)
            writer.Line($"Workspace<{text.Number}>.Return(rented);");
    }
}
