namespace StaticNet.Sample;

/// <summary>
/// What torque a movement takes: angle, angular velocity and angular acceleration that are wanted in, all scaled to about 1; the torque out, in
/// units of <see cref="ArmController.TorqueScale"/>.
/// </summary>
[Network(Input = 3, Hidden = 16, Output = 1, OutputActivation = Activation.Identity, Loss = LossFunction.MeanSquaredError)]
public partial class FeedforwardNet;
