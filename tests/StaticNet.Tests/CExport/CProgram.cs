using System.Text;

namespace StaticNet.Tests.CExport;

/// <summary>One C program for many networks: it includes their headers, reads inputs from a file, and writes outputs and labels to another.</summary>
internal static class CProgram
{
    /// <summary>Compiles the program, runs it, and compares all that it computes with <c>Forward</c> and <c>Predict</c>, bit by bit.</summary>
    public static void Check(IReadOnlyList<CSubject> subjects, bool useLibm, string compiler, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        using (var input = File.Create(folder.File("input")))
        {
            foreach (var subject in subjects)
            {
                using var header = File.CreateText(folder.File(subject.Name + ".h"));
                subject.Export(header, new() { Name = subject.Name, UseLibm = useLibm });
                input.Write(subject.Inputs);
            }
        }

        File.WriteAllText(folder.File("main.c"), Source(subjects));
        Native.Run(compiler, folder.Path, [.. Native.Strict, .. arguments, "main.c", "-o", "main", .. useLibm ? ["-lm"] : Array.Empty<string>()]);
        Native.Run(folder.File("main"), folder.Path);
        ReadOnlySpan<byte> written = File.ReadAllBytes(folder.File("output"));
        foreach (var subject in subjects)
            written = subject.Check(written);
        Assert.Equal(0, written.Length);
    }

    private static string Source(IReadOnlyList<CSubject> subjects)
    {
        var text = new StringBuilder();
        foreach (var subject in subjects)
            text.Append($"#include \"{subject.Name}.h\"\n");
        text.Append("""
            #include <stdio.h>
            #include <stdlib.h>

            static FILE *in, *out;

            #define RUN(name, number, inputs, outputs, count, predict) \
                static void run_##name(void) \
                { \
                    number input[inputs], output[outputs]; \
                    for (int sample = 0; sample < count; sample++) { \
                        int label; \
                        if (fread(input, sizeof input, 1, in) != 1) \
                            exit(1); \
                        name##_forward(input, output); \
                        label = predict; \
                        if (fwrite(output, sizeof output, 1, out) != 1 || fwrite(&label, sizeof label, 1, out) != 1) \
                            exit(1); \
                    } \
                }


            """);
        foreach (var subject in subjects)
        {
            string name = subject.Name, macro = name.ToUpperInvariant(), predict = subject.Topology.IsClassifier ? $"{name}_predict(input)" : "0";
            text.Append($"RUN({name}, {(subject.IsDouble ? "double" : "float")}, {macro}_INPUT_SIZE, {macro}_OUTPUT_SIZE, {subject.Count}, {predict})\n");
        }

        text.Append("\nint main(void)\n{\n    in = fopen(\"input\", \"rb\");\n    out = fopen(\"output\", \"wb\");\n    if (!in || !out)\n        return 1;\n");
        foreach (var subject in subjects)
            text.Append($"    run_{subject.Name}();\n");
        return text.Append("    return fclose(out);\n}\n").ToString();
    }
}
