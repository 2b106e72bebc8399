namespace StaticNet.Benchmarks.Data;

/// <summary>Data and initial parameters of the workloads, number for number those of the native reference programs.</summary>
internal static class Problems
{
    /// <summary>W1 and W3: 200 points on two interleaving half circles, with noise.</summary>
    public static Problem<float> Moons()
    {
        const int Count = 200;
        const float Noise = 0.2f;
        var random = new NativeRandom(12345);
        var inputs = new float[2 * Count];
        var labels = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            labels[i] = i & 1;
            float angle = 3.14159265f * random.Uniform(0, 1);
            float x = i % 2 == 0 ? MathF.Cos(angle) : 1 - MathF.Cos(angle);
            float y = i % 2 == 0 ? MathF.Sin(angle) : 0.5f - MathF.Sin(angle);

            // The C compiler fuses these two.
            inputs[2 * i] = MathF.FusedMultiplyAdd(Noise, random.Normal(), x);
            inputs[(2 * i) + 1] = MathF.FusedMultiplyAdd(Noise, random.Normal(), y);
        }

        random = new NativeRandom(777);
        var parameters = new float[MoonNet.ParameterCount];
        foreach (ref float weight in parameters.AsSpan(0, 6))
            weight = random.Normal() / 1.41421356f;
        foreach (ref float weight in parameters.AsSpan(9, 6))
            weight = random.Normal() / 1.73205081f;
        return new(inputs, labels, [], parameters);
    }

    /// <summary>W2: 4096 points of a square around the moons; no labels.</summary>
    public static float[] Plane()
    {
        var points = new float[2 * 4096];
        new NativeRandom(5).Fill(points, 2);
        return points;
    }

    /// <summary>W4: 1024 points whose class is the pair of signs of the first two inputs.</summary>
    public static Problem<float> Deep()
    {
        const int Count = 1024;
        var random = new NativeRandom(9);
        var inputs = new float[Count * DeepNet.InputSize];
        random.Fill(inputs, 1);
        var labels = new int[Count];
        for (int i = 0; i < Count; i++)
            labels[i] = (inputs[16 * i] > 0 ? 1 : 0) + (inputs[(16 * i) + 1] > 0 ? 2 : 0);

        var network = new DeepNet();
        network.Parameters.Clear();
        random.Fill(network.W1, 0.4f);
        random.Fill(network.W2, 0.2f);
        random.Fill(network.W3, 0.2f);
        return new(inputs, labels, [], network.Parameters.ToArray());
    }

    /// <summary>W5: 1024 images, three pixels in four black, with random classes: they can only be learned by heart.</summary>
    public static Problem<float> Images()
    {
        const int Count = 1024;
        var random = new NativeRandom(11);
        var inputs = new float[Count * ImageNet.InputSize];
        foreach (ref float pixel in inputs.AsSpan())
            pixel = MathF.Max(random.Uniform(-3, 1), 0);
        var labels = new int[Count];
        foreach (ref int label in labels.AsSpan())
            label = (int)(random.Next() % 10);

        var network = new ImageNet();
        network.Parameters.Clear();
        random.Fill(network.W1, 0.05f);
        random.Fill(network.W2, 0.2f);
        return new(inputs, labels, [], network.Parameters.ToArray());
    }

    /// <summary>W6: 10,000 matrices M of normal numbers, each with exp(M/2).</summary>
    public static Problem<float> Matrices()
    {
        const int Count = 10_000;
        var random = new NativeRandom(2024);
        var inputs = new float[4 * Count];
        var targets = new float[4 * Count];
        for (int i = 0; i < Count; i++)
        {
            var input = inputs.AsSpan(4 * i, 4);
            foreach (ref float value in input)
                value = (float)random.NormalDouble();
            Exponential(0.5 * input[0], 0.5 * input[1], 0.5 * input[2], 0.5 * input[3], targets.AsSpan(4 * i, 4));
        }

        random = new NativeRandom(4321);
        var network = new MatrixNet();
        network.Parameters.Clear();
        Glorot(random, network.W1, 4 + 32);
        Glorot(random, network.W2, 32 + 16);
        Glorot(random, network.W3, 16 + 4);
        return new(inputs, [], targets, network.Parameters.ToArray());
    }

    private static void Glorot(NativeRandom random, Span<float> weights, int inputsAndOutputs)
    {
        foreach (ref float weight in weights)
            weight = (float)(random.NormalDouble() * Math.Sqrt(2.0 / inputsAndOutputs));
    }

    /// <summary>exp of [[a, b], [c, d]]: with s = (a + d)/2 and q² = ((a − d)/2)² + bc it is eˢ·(cosh q·I + sinh q/q·(M − s·I)).</summary>
    private static void Exponential(double a, double b, double c, double d, Span<float> result)
    {
        double s = 0.5 * (a + d), h = 0.5 * (a - d), square = (h * h) + (b * c), q = Math.Sqrt(Math.Abs(square));
        var (even, odd) = q < 1e-6 ? (1 + (0.5 * square), 1 + (square / 6))
            : square > 0 ? (Math.Cosh(q), Math.Sinh(q) / q)
            : (Math.Cos(q), Math.Sin(q) / q);
        double scale = Math.Exp(s);
        result[0] = (float)(scale * (even + (odd * h)));
        result[1] = (float)(scale * odd * b);
        result[2] = (float)(scale * odd * c);
        result[3] = (float)(scale * (even - (odd * h)));
    }
}
