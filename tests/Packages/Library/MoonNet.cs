using StaticNet;

namespace Library;

/// <summary>A network that a library offers.</summary>
[Network(Input = 2, Hidden = 3, Output = 2)]
public partial class MoonNet;
