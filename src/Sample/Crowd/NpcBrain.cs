namespace StaticNet.Sample;

/// <summary>What an NPC thinks with: what it senses in, how to turn and to speed up out. A value, so that an array of them is one block of memory.</summary>
[Network(Input = NpcBody.Senses, Hidden = 12, Output = 2, OutputActivation = Activation.Tanh)]
public partial struct NpcBrain;
