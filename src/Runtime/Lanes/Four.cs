using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>A few numbers at an address, for a call that takes a reference.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(4)]
public struct Four<T>
    where T : unmanaged
{
    private T _first;
}
