namespace StaticNet.Benchmarks.Growth;

// The networks of the growth sweep: 16 inputs and 4 outputs around one hidden layer of 1 to 1024 units, or around 1 to 8 hidden layers
// of 32 units.

[Network(Input = 16, Hidden = 1, Output = 4)]
public partial class Hidden1Net;

[Network(Input = 16, Hidden = 2, Output = 4)]
public partial class Hidden2Net;

[Network(Input = 16, Hidden = 3, Output = 4)]
public partial class Hidden3Net;

[Network(Input = 16, Hidden = 4, Output = 4)]
public partial class Hidden4Net;

[Network(Input = 16, Hidden = 6, Output = 4)]
public partial class Hidden6Net;

[Network(Input = 16, Hidden = 8, Output = 4)]
public partial class Hidden8Net;

[Network(Input = 16, Hidden = 12, Output = 4)]
public partial class Hidden12Net;

[Network(Input = 16, Hidden = 16, Output = 4)]
public partial class Hidden16Net;

[Network(Input = 16, Hidden = 24, Output = 4)]
public partial class Hidden24Net;

[Network(Input = 16, Hidden = 32, Output = 4)]
public partial class Hidden32Net;

[Network(Input = 16, Hidden = 48, Output = 4)]
public partial class Hidden48Net;

[Network(Input = 16, Hidden = 64, Output = 4)]
public partial class Hidden64Net;

[Network(Input = 16, Hidden = 96, Output = 4)]
public partial class Hidden96Net;

[Network(Input = 16, Hidden = 128, Output = 4)]
public partial class Hidden128Net;

[Network(Input = 16, Hidden = 192, Output = 4)]
public partial class Hidden192Net;

[Network(Input = 16, Hidden = 256, Output = 4)]
public partial class Hidden256Net;

[Network(Input = 16, Hidden = 384, Output = 4)]
public partial class Hidden384Net;

[Network(Input = 16, Hidden = 512, Output = 4)]
public partial class Hidden512Net;

[Network(Input = 16, Hidden = 768, Output = 4)]
public partial class Hidden768Net;

[Network(Input = 16, Hidden = 1024, Output = 4)]
public partial class Hidden1024Net;

[Network(Input = 16, HiddenLayers = [32], Output = 4)]
public partial class Depth1Net;

[Network(Input = 16, HiddenLayers = [32, 32], Output = 4)]
public partial class Depth2Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32], Output = 4)]
public partial class Depth3Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32, 32], Output = 4)]
public partial class Depth4Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32, 32, 32], Output = 4)]
public partial class Depth5Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32, 32, 32, 32], Output = 4)]
public partial class Depth6Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32, 32, 32, 32, 32], Output = 4)]
public partial class Depth7Net;

[Network(Input = 16, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32], Output = 4)]
public partial class Depth8Net;
