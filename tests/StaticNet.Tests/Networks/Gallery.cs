namespace StaticNet.Tests.Networks;

/// <summary>The two-moons network with the hidden sizes of the tutorial's gallery, and without a hidden layer.</summary>
public static partial class Gallery
{
    [Network(Input = 2, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden0;

    [Network(Input = 2, Hidden = 1, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden1;

    [Network(Input = 2, Hidden = 2, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden2;

    [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden3;

    [Network(Input = 2, Hidden = 4, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden4;

    [Network(Input = 2, Hidden = 5, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden5;

    [Network(Input = 2, Hidden = 20, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden20;

    [Network(Input = 2, Hidden = 50, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Hidden50;
}
