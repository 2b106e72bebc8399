using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.CExport;

/// <summary>The networks whose C is compiled and compared.</summary>
internal static class CSubjects
{
    /// <summary>All generated networks of this project, among them networks past the limit from which on narrow layers split their sums.</summary>
    public static IEnumerable<CSubject> Generated() => NetworkCase.Names.Select((row, i) =>
    {
        var info = NetworkCase.Find(row.Data);
        string name = info.Name.Replace('.', '_');
        return info.IsDouble ? Of<double>() : Of<float>();

        CSubject Of<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            CSubject.Of(name, info.CreateRandom<T>(i), CInputs.Mixed<T>(info.InputSize, 24, i));
    });

    /// <summary>Every activation as output, of numbers that reach it as they are.</summary>
    public static IEnumerable<CSubject> Outputs<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Enum.GetValues<Activation>().Select(activation => activation == Activation.Softmax
            ? Model(Name<T>(activation), [3, 3], [activation], CInputs.Mixed<T>(3, 200, 1), passes: true)
            : Model(Name<T>(activation), [1, 1], [activation], CInputs.Sweep<T>(2048), passes: true));

    /// <summary>Every activation in a hidden layer.</summary>
    public static IEnumerable<CSubject> Hidden<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax)
            .Select(activation => Model(Name<T>("hidden_" + activation), [1, 1, 1], [activation, Activation.Identity], CInputs.Sweep<T>(2048), passes: true));

    /// <summary>Layers whose sums are in one, two and four parts, with and without a rest that does not go up evenly.</summary>
    public static IEnumerable<CSubject> Chains<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int inputs in new[] { 3, 64, 67 })
        {
            int[] sizes = [inputs, 4, 20, 30, 50, 3];
            Activation[] activations = [Activation.Relu, Activation.Identity, Activation.Tanh, Activation.LeakyRelu, Activation.Softmax];
            yield return Model(Name<T>($"chains_{inputs}"), sizes, activations, CInputs.Mixed<T>(inputs, 40, inputs));
        }
    }

    /// <summary>Topologies that nobody thought of.</summary>
    public static IEnumerable<CSubject> Random<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < count; i++)
        {
            var random = new Random(i);
            int[] sizes = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(1, random.Next(3) == 0 ? 60 : 9))];
            var activations = Enumerable.Range(1, sizes.Length - 1).Select(_ => (Activation)random.Next((int)Activation.Softmax)).ToArray();
            if (sizes[^1] > 1 && random.Next(2) == 0)
                activations[^1] = Activation.Softmax;
            yield return Model(Name<T>($"random_{i}"), sizes, activations, CInputs.Mixed<T>(sizes[0], 24, i));
        }
    }

    private static string Name<T>(object what) => $"{(typeof(T) == typeof(double) ? "double" : "single")}_{what}";

    private static CSubject Model<T>(string name, int[] sizes, Activation[] activations, T[] inputs, bool passes = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var model = new NetworkModel<T>(new(sizes, activations, LossFunction.MeanSquaredError));
        var random = new Random(sizes.Sum());
        for (int i = 0; i < model.Parameters.Length; i++)
            model.Parameters[i] = T.CreateTruncating(2 * random.NextDouble() - 1);
        if (passes)
            LetPass(model);
        return CSubject.Of(name, model, inputs);
    }

    /// <summary>Each unit gets one input; adding −0 changes no sum, not even that of −0.</summary>
    private static void LetPass<T>(NetworkModel<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int units = model.Topology.InputSize, at = 0;
        for (int layer = 0; layer < model.Topology.LayerCount; layer++)
        {
            for (int i = 0; i < units * units; i++)
                model.Parameters[at++] = i % (units + 1) == 0 ? T.One : T.Zero;
            for (int i = 0; i < units; i++)
                model.Parameters[at++] = T.NegativeZero;
        }
    }
}
