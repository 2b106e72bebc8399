using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>Data that a run only looks at.</summary>
internal sealed class Validation<T>(Dataset<T> data)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The data.</summary>
    public Dataset<T> Data => data;

    private readonly int[] _predicted = new int[data.HasLabels ? data.Count : 0];
    private readonly T[] _outputs = new T[data.HasLabels ? 0 : data.Count * data.TargetSize];

    /// <summary>The mean loss, and the accuracy for labels or the root mean squared error for targets. Allocates nothing.</summary>
    public void Measure(INetwork<T> network, out double loss, out double metric)
    {
        if (data.HasLabels)
        {
            var classifier = (IClassifier<T>)network;
            loss = double.CreateChecked(classifier.LossBatch(data.Inputs, data.Labels));
            classifier.PredictBatch(data.Inputs, _predicted);
            int right = 0;
            for (int i = 0; i < _predicted.Length; i++)
                right += _predicted[i] == data.Labels[i] ? 1 : 0;
            metric = (double)right / data.Count;
        }
        else
        {
            loss = double.CreateChecked(network.LossBatch(data.Inputs, data.Targets));
            network.ForwardBatch(data.Inputs, _outputs);
            double squares = 0;
            for (int i = 0; i < _outputs.Length; i++)
            {
                double difference = double.CreateChecked(_outputs[i] - data.Targets[i]);
                squares += difference * difference;
            }

            metric = Math.Sqrt(squares / _outputs.Length);
        }

        loss /= network.Topology.Reduction == Reduction.Mean ? 1 : data.Count;
    }
}
