namespace StaticNet.Sample;

/// <summary>The policy: position, velocity, angle and angular velocity in, the probabilities of a push to the left and to the right out.</summary>
[Network(Input = 4, Hidden = 16, Output = 2)]
public partial class CartPoleNet;
