using StaticNet.Generator.Model;

namespace StaticNet.Generator.Planning;

/// <summary>From the spec to the plan. Depends on the topology alone, never on a machine: the same network has the same bits everywhere.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkSpec spec)
    {
        var layers = new List<LayerPlan>();
        int offset = 0;
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            layers.Add(PlanLayer(spec, i, offset));
            offset += spec.Layers[i].ParameterCount;
        }

        int hidden = layers.Where(layer => !layer.IsOutput).Sum(layer => layer.Spec.Units);
        int kept = layers.Where(layer => layer.KeepsPreActivation).Sum(layer => layer.Spec.Units);
        int masked = layers.Where(layer => layer.Drops).Sum(layer => 2 * layer.Spec.Units);
        bool inRows = offset > Budgets.LaneGradientParameters;
        return new NetworkPlan(
            spec,
            layers.ToEquatableArray(),
            PlanScratch(spec, spec.Inputs + hidden + spec.Outputs, leastVectors: 1, laneGradient: 0),
            PlanTraining(spec, hidden + kept),
            offset * NumberBytes(spec) <= Budgets.GradientStackBytes,
            spec.Outputs <= Budgets.UnrolledOutputs && OneSampleOperations(spec) <= Budgets.OneSampleOperations,
            inRows ? PlanRows(spec, masked: false) : null,
            spec.Type.IsValueType && !inRows ? PlanEach(spec) : null,
            spec.HasDropout ? new DropoutPlan(PlanTraining(spec, hidden + kept + masked), inRows ? PlanRows(spec, masked: true) : null) : null);
    }

    private static ScratchPlan PlanTraining(NetworkSpec spec, int hiddenValues) =>
        PlanScratch(spec, spec.Inputs + hiddenValues + spec.Outputs + spec.Outputs, Budgets.LeastTrainingVectors, spec.ParameterCount);

    /// <summary>Rows of all layers, padded to whole vectors, and the outputs as columns.</summary>
    private static ScratchPlan PlanEach(NetworkSpec spec)
    {
        int lanes = 64 / NumberBytes(spec), narrow = lanes / 4;
        var plan = PlanScratch(spec, spec.Layers.Sum(layer => RowPlan.Stride(layer.Units, lanes, narrow)) + spec.Outputs, leastVectors: 1, laneGradient: 0);
        return plan with { BlockVectors = Math.Min(plan.BlockVectors, Budgets.EachBlockVectors) };
    }

    private static RowPlan PlanRows(NetworkSpec spec, bool masked)
    {
        const int VectorBytes = 64, NarrowBytes = 16;
        int lanes = VectorBytes / NumberBytes(spec), narrow = NarrowBytes / NumberBytes(spec);
        int Stride(int width) => RowPlan.Stride(width, lanes, narrow);
        int hidden = spec.Layers.Take(spec.Layers.Count - 1).Sum(layer => Stride(layer.Units));
        int keptRows = spec.Layers.Take(spec.Layers.Count - 1).Where(layer => ActivationTraits.Of(layer.Activation).NeedsPreActivation).Sum(layer => Stride(layer.Units));
        int inference = hidden + Stride(spec.Outputs) + spec.Outputs;
        int maskedRows = masked ? spec.Layers.Where(layer => layer.Dropout > 0).Sum(layer => 2 * Stride(layer.Units)) : 0;
        int training = inference + hidden + keptRows + maskedRows + spec.Outputs;
        int block = Budgets.MostBlockSamples;
        while (block > lanes && (long)block * training * NumberBytes(spec) > Budgets.RowBlockBytes)
            block /= 2;
        int stackBytes = spec.Target.AllowsUnsafe ? Budgets.StackBytes : Budgets.ClearedStackBytes;
        return new RowPlan(
            lanes,
            narrow,
            block,
            inference,
            training,
            spec.Layers.Skip(1).Sum(layer => layer.Units * Stride(layer.Inputs)),
            ((spec.ParameterCount + lanes - 1) / lanes * lanes) + lanes,
            Stride(spec.Inputs) + lanes,
            stackBytes / NumberBytes(spec));
    }

    private static long OneSampleOperations(NetworkSpec spec) =>
        spec.Layers.Sum(layer => ((long)layer.Inputs * layer.Units) + ((long)layer.Units * ActivationTraits.Of(layer.Activation).Operations));

    private static LayerPlan PlanLayer(NetworkSpec spec, int index, int offset)
    {
        var layer = spec.Layers[index];
        bool isOutput = index == spec.Layers.Count - 1;
        var own = ActivationTraits.Of(layer.Activation);
        long products = (long)layer.Inputs * layer.Units;

        // The output layer's activation is a stage of its own, where loss and δ are computed with it.
        long forward = products + ((long)layer.Units * (isOutput ? 0 : own.Operations));
        long delta = products + (index == 0 ? 0 : (long)layer.Inputs * DerivativeOperations(spec.Layers[index - 1].Activation));
        long accumulators = products + layer.Units;
        return new LayerPlan(
            layer,
            index + 1,
            offset,
            isOutput,
            Shape(forward, Budgets.UnrolledOperations),
            Shape(accumulators, Budgets.UnrolledAccumulators),
            Shape(delta, Budgets.UnrolledOperations));
    }

    private static StageShape Shape(long size, int budget) => size <= budget ? StageShape.Unrolled : StageShape.Looped;

    /// <summary>From a it is an operation or two; from z about as much as the activation itself.</summary>
    private static int DerivativeOperations(Activation activation)
    {
        var traits = ActivationTraits.Of(activation);
        return traits.NeedsPreActivation ? traits.Operations : 3;
    }

    private static ScratchPlan PlanScratch(NetworkSpec spec, int valuesPerSample, int leastVectors, int laneGradient)
    {
        // 512 bits of lanes at every width of the hardware.
        const int VectorBytes = 64;
        long vectorBytes = (long)valuesPerSample * VectorBytes;
        int vectors = (int)Math.Max(leastVectors, Math.Min(Budgets.MostBlockVectors, Budgets.CacheBytes / vectorBytes));
        int lanes = VectorBytes / NumberBytes(spec);
        int rows = (laneGradient + lanes - 1) / lanes * lanes;
        int stackBytes = spec.Target.AllowsUnsafe ? Budgets.StackBytes : Budgets.ClearedStackBytes;
        return new ScratchPlan(valuesPerSample, vectors, lanes, rows, stackBytes / NumberBytes(spec));
    }

    private static int NumberBytes(NetworkSpec spec) => spec.Precision == Precision.Double ? 8 : 4;
}
