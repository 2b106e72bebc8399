namespace StaticNet.Tests.Values;

/// <summary>A value with dropout and with fields of its own.</summary>
[Network(Input = 3, Hidden = 6, Output = 2, Dropout = 0.25)]
public partial struct Npc
{
    public string? Name;

    public byte Health;
}

/// <summary>The same network as a class.</summary>
[Network(Input = 3, Hidden = 6, Output = 2, Dropout = 0.25)]
public partial class NpcClass;

/// <summary>The class of <see cref="Networks.Values.Large"/>.</summary>
[Network(Input = 33, HiddenLayers = [100, 20], Output = 1)]
public partial class LargeClass;

/// <summary>The class of <see cref="Networks.Values.Brain"/>.</summary>
[Network(Input = 8, Hidden = 16, Output = 4)]
public partial class BrainClass;
