using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Serialization;

/// <summary>What a network's file holds.</summary>
/// <param name="Model">The network: its topology and its parameters.</param>
/// <param name="Scaling">How the numbers around it were scaled.</param>
/// <param name="Golden">The inputs and outputs it was tested with; null: the file has none.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record StoredNetwork<T>(NetworkModel<T> Model, Scaling<T> Scaling, GoldenVector<T>? Golden)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>How the numbers around a network were scaled when it was trained.</summary>
/// <param name="Inputs">Of its inputs; null: they weren't.</param>
/// <param name="Targets">Of its targets, to be undone on outputs; null: they weren't.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Scaling<T>(Scaler<T>? Inputs, Scaler<T>? Targets)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether anything was scaled.</summary>
    public bool IsNone => Inputs is null && Targets is null;
}
