namespace StaticNet.Sample;

/// <summary>
/// An autoencoder: the latest four readings of four sensors, through a bottleneck of six units, to themselves. What is normal passes; what
/// isn't comes out as something else.
/// </summary>
[Network(Input = SensorStream.Channels * SensorMonitor.Readings, Hidden = 6, Output = SensorStream.Channels * SensorMonitor.Readings,
    OutputActivation = Activation.Identity, Loss = LossFunction.MeanSquaredError)]
public partial class SensorNet;
