namespace StaticNet.Generator.Model;

/// <summary>What the user's compilation allows the generated code to use.</summary>
/// <param name="AllowsUnsafe">Whether scratch memory may be left uncleared (<c>SkipLocalsInit</c> needs it).</param>
/// <param name="IsPortable">Whether its runtime is the one for .NET Standard: interfaces without static members, lanes in memory, C# 9.</param>
/// <param name="Language">C#'s version times 100.</param>
internal sealed record TargetSpec(bool AllowsUnsafe, bool IsPortable, int Language)
{
    /// <summary>Whether structs may have constructors without parameters.</summary>
    public bool HasStructConstructors => Language >= 1000;

    /// <summary>Whether a struct's implementation of an interface may say that a span is of the struct itself.</summary>
    public bool HasUnscopedMembers => Language >= 1300;

    /// <summary>Whether the constructor of a struct has to assign all fields, also those it does not know.</summary>
    public bool AssignsFields => Language < 1100;
}
