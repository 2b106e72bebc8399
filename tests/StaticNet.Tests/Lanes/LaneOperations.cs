using System.Numerics;
using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>One operation of the lanes, and what it promises for one lane in scalar C#.</summary>
internal interface ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract V Lanes<V>(V a, V b, V c)
        where V : struct, ILanes<V, T>;

    static abstract T Expected(T a, T b, T c);
}

internal readonly struct AddOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => a + b;

    public static T Expected(T a, T b, T c) => a + b;
}

internal readonly struct SubtractOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => a - b;

    public static T Expected(T a, T b, T c) => a - b;
}

internal readonly struct MultiplyOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => a * b;

    public static T Expected(T a, T b, T c) => a * b;
}

internal readonly struct DivideOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => a / b;

    public static T Expected(T a, T b, T c) => a / b;
}

internal readonly struct NegateOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => -a;

    public static T Expected(T a, T b, T c) => -a;
}

internal readonly struct FmaOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Fma(a, b, c);

    public static T Expected(T a, T b, T c) => T.FusedMultiplyAdd(a, b, c);
}

internal readonly struct FmsOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Fms(a, b, c);

    public static T Expected(T a, T b, T c) => T.FusedMultiplyAdd(a, b, -c);
}

internal readonly struct FnmaOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Fnma(a, b, c);

    public static T Expected(T a, T b, T c) => T.FusedMultiplyAdd(-a, b, c);
}

internal readonly struct MinOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Min(a, b);

    public static T Expected(T a, T b, T c) => a < b ? a : b;
}

internal readonly struct MaxOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Max(a, b);

    public static T Expected(T a, T b, T c) => a > b ? a : b;
}

internal readonly struct AbsOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Abs(a);

    public static T Expected(T a, T b, T c) => T.Abs(a);
}

internal readonly struct CopySignOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.CopySign(a, b);

    public static T Expected(T a, T b, T c) => T.CopySign(a, b);
}

internal readonly struct SqrtOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Sqrt(a);

    public static T Expected(T a, T b, T c) => T.Sqrt(a);
}

internal readonly struct RoundOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Round(a);

    public static T Expected(T a, T b, T c) => T.Round(a, MidpointRounding.ToEven);
}

internal readonly struct LessThanOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.LessThan(a, b);

    public static T Expected(T a, T b, T c) => LaneValues.FromBits<T>(a < b ? ulong.MaxValue : 0);
}

internal readonly struct EqualOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Equal(a, b);

    public static T Expected(T a, T b, T c) => LaneValues.FromBits<T>(a == b ? ulong.MaxValue : 0);
}

internal readonly struct SelectOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Lanes<V>(V a, V b, V c) where V : struct, ILanes<V, T> => V.Select(V.LessThan(a, b), c, a);

    public static T Expected(T a, T b, T c) => a < b ? c : a;
}

/// <summary>Brings any number into the domain of <c>Scale</c> first.</summary>
internal readonly struct ScaleOperation<T> : ILaneOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static T Lowest => T.CreateChecked(typeof(T) == typeof(float) ? -150 : -1080);

    private static T Highest => T.CreateChecked(typeof(T) == typeof(float) ? 128 : 1024);

    private static T Half => T.One / (T.One + T.One);

    private static T Two => T.One + T.One;

    public static V Lanes<V>(V a, V b, V c)
        where V : struct, ILanes<V, T>
    {
        V x = V.Min(V.Broadcast(Two), V.Max(V.Broadcast(Half), a));
        V n = V.Min(V.Broadcast(Highest), V.Max(V.Broadcast(Lowest), V.Round(b)));
        return V.Scale(V.Select(V.Equal(a, a), x, V.One), V.Select(V.Equal(b, b), n, V.Zero));
    }

    public static T Expected(T a, T b, T c)
    {
        T x = T.IsNaN(a) ? T.One : T.Clamp(a, Half, Two);
        int n = T.IsNaN(b) ? 0 : int.CreateChecked(T.Clamp(T.Round(b), Lowest, Highest));
        // Float: exact in double, then rounded once.
        return typeof(T) == typeof(float) ? T.CreateTruncating(double.ScaleB(double.CreateChecked(x), n)) : T.ScaleB(x, n);
    }
}
