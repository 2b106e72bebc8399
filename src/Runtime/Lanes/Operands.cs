using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>What a matrix product needs to know beside its three matrices. Strides are in elements.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct Operands<T>
    where T : unmanaged
{
    /// <summary>From one row of a to the next.</summary>
    public nint AStride { get; init; }

    /// <summary>From one step of the sums to the next, in a.</summary>
    public nint AStep { get; init; }

    /// <summary>From one step of the sums to the next, in b.</summary>
    public nint BStride { get; init; }

    /// <summary>From one row of c to the next.</summary>
    public nint CStride { get; init; }

    /// <summary>Products in a sum.</summary>
    public int Steps { get; init; }

    /// <summary>A row that every sum starts with; a null reference: they start with c itself.</summary>
    private readonly ref T _bias;

    /// <summary>Sums start with a row: biases, or zeros.</summary>
    public Operands(ref T bias) => _bias = ref bias;

    /// <summary>The same product, some columns further on.</summary>
    public Operands<T> AtColumn(int j)
    {
        if (Unsafe.IsNullRef(ref _bias))
            return this;
        return new Operands<T>(ref Unsafe.Add(ref _bias, j))
        {
            AStride = AStride, AStep = AStep, BStride = BStride, CStride = CStride, Steps = Steps,
        };
    }

    /// <summary>What the sums of a tile start with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Start(ref T c, out nint stride)
    {
        if (Unsafe.IsNullRef(ref _bias))
        {
            stride = CStride;
            return ref c;
        }

        stride = 0;
        return ref _bias;
    }
}
