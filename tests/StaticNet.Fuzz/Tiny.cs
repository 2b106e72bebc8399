namespace StaticNet.Fuzz;

/// <summary>The network that files are loaded into.</summary>
[Network(Input = 2, Hidden = 3, Output = 2)]
internal partial class Tiny;
