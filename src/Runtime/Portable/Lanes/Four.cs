using System.ComponentModel;

namespace StaticNet.Portable.Lanes;

/// <summary>A few numbers at an address, for a call that takes a reference.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Four<T>
    where T : unmanaged
{
#pragma warning disable CS0169 // It is their memory that is used.
    private readonly T _first, _second, _third, _fourth;
#pragma warning restore CS0169
}
