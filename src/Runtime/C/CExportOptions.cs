using StaticNet.C;

namespace StaticNet;

/// <summary>How <see cref="CExport"/> writes a network.</summary>
public sealed record CExportOptions
{
    /// <summary>
    /// What every name in the header starts with: <c>moon_net</c> gives <c>moon_net_forward</c> and <c>MOON_NET_H</c>. A C identifier of ASCII letters, digits and single
    /// underscores that starts with a letter, ends with none of the latter, and is no keyword. Null: the name of the class, as MoonNet gives moon_net; a
    /// <see cref="NetworkModel{T}"/> is called network. Default: null.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether functions like <c>fmaf</c> and <c>rintf</c> are those of the C library (&lt;math.h&gt;, <c>-lm</c>); else the header has its own, and needs only <c>memcpy</c>. The
    /// bits are the same if the library is right. On small processors it often is not: <c>fma</c> of newlib rounds twice. Default: false.
    /// </summary>
    public bool UseLibm { get; init; }

    /// <summary>Checks the name.</summary>
    /// <exception cref="ArgumentException">It is no name that C accepts.</exception>
    internal void Check()
    {
        if (Name is not null && !CName.IsValid(Name))
            throw new ArgumentException($"{nameof(Name)} must be {CName.Rule}; it is '{Name}'.", "options");
    }
}
