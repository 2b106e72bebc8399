namespace StaticNet.Lanes;

/// <summary>
/// A fixed number of numbers, the lanes, that are computed on together. Kernels and functions are written once against this
/// interface and specialised by the JIT for each width of the hardware's vectors.
/// </summary>
/// <remarks>
/// Every operation is one that IEEE 754 defines exactly, or a selection or bit operation: the same inputs give the same bits in
/// every implementation and on every machine.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of lanes: 16 for <see cref="float"/>, 8 for <see cref="double"/>, 1 for <see cref="OneLane{T}"/>.</summary>
    static abstract int Count { get; }

    /// <summary>0 in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>1 in every lane.</summary>
    static abstract TSelf One { get; }

    /// <summary>Sum, lane by lane.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>Difference, lane by lane.</summary>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>Product, lane by lane.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>Quotient, lane by lane.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>The sign flipped, lane by lane.</summary>
    static abstract TSelf operator -(TSelf a);

    /// <summary><c>a·b + c</c>, rounded once. Exact on machines without the instruction too, but slow there.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary><c>a·b − c</c>, rounded once.</summary>
    static abstract TSelf Fms(TSelf a, TSelf b, TSelf c);

    /// <summary><c>c − a·b</c>, rounded once.</summary>
    static abstract TSelf Fnma(TSelf a, TSelf b, TSelf c);

    /// <summary><c>a &lt; b ? a : b</c>: where either is NaN, the result is <paramref name="b"/>.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary><c>a &gt; b ? a : b</c>: where either is NaN, the result is <paramref name="b"/>.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The sign cleared.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>The magnitude of the first with the sign of the second.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>Square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>The nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>A mask: all bits set where <c>a &lt; b</c>, none elsewhere (also where either is NaN).</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>A mask: all bits set where <c>a = b</c>, none elsewhere.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Lanes of <paramref name="a"/> where the mask is set, of <paramref name="b"/> elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>A mask of the first <paramref name="count"/> lanes; all of them if it is larger than <see cref="Count"/>.</summary>
    static abstract TSelf FirstLanes(int count);

    /// <summary>
    /// <c>x·2ⁿ</c> for integers <paramref name="n"/>, within ±250 for <see cref="float"/> and ±2,000 for <see cref="double"/>. Rounded
    /// once where the result is subnormal, provided that <c>x·2^(n/2)</c> is not: x is of moderate size, or n is 0.
    /// </summary>
    static abstract TSelf Scale(TSelf x, TSelf n);

    /// <summary>
    /// Splits positive normal numbers: <c>x = m·2ᵉ</c> with m in [√½, √2). Returns m; <paramref name="exponent"/> takes e.
    /// </summary>
    static abstract TSelf Decompose(TSelf x, out TSelf exponent);
}

/// <summary>Lanes of a given number type: what moves between memory and lanes.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ILanes<TSelf, T> : ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The same value in every lane.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>One value of memory, <paramref name="offset"/> elements behind the origin, in every lane. Not bounds-checked.</summary>
    static abstract TSelf Broadcast(ref T origin, int offset);

    /// <summary>Reads consecutive values that start <paramref name="offset"/> elements behind the origin. Not bounds-checked.</summary>
    static abstract TSelf Load(ref T origin, int offset);

    /// <summary>Writes consecutive values that start <paramref name="offset"/> elements behind the origin. Not bounds-checked.</summary>
    static abstract void Store(TSelf value, ref T origin, int offset);

    /// <summary>
    /// The sum of all lanes by one fixed tree, whatever the width: the upper half is added to the lower half until one lane is left.
    /// </summary>
    static abstract T Sum(TSelf a);

    /// <summary>Reads twice <see cref="ILanes{TSelf}.Count"/> consecutive values: those with even numbers, and those with odd ones.</summary>
    static abstract void LoadPairs(ref T origin, int offset, out TSelf even, out TSelf odd);

    /// <summary>Writes the lanes of both in turn: the inverse of <see cref="LoadPairs"/>.</summary>
    static abstract void StorePairs(TSelf even, TSelf odd, ref T origin, int offset);

    /// <summary>Reads consecutive integers of a magnitude up to 2²³, as class indices are, and converts them.</summary>
    static abstract TSelf LoadIntegers(ref int origin, int offset);

    /// <summary>
    /// Of <see cref="ILanes{TSelf}.Count"/> rows of as many lanes each, every row's sum, in the same order as by <see cref="Sum"/>.
    /// One shared transposition of all rows costs less than a reduction of each.
    /// </summary>
    static abstract TSelf SumRows(ref T rows);
}
