using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StaticNet.Portable.Lanes;

/// <summary>A few numbers at an address, for a call that takes a reference.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Four<T>
    where T : unmanaged
{
    // It is their memory that is used.
    private readonly T _first, _second, _third, _fourth;
}
