namespace StaticNet.Generator.Model;

/// <summary>What the user's compilation allows the generated code to use.</summary>
/// <param name="AllowsUnsafe">Whether scratch memory may be left uncleared (<c>SkipLocalsInit</c> needs it).</param>
/// <param name="IsPortable">Whether its runtime is the one for .NET Standard: interfaces without static members, lanes in memory, C# 9.</param>
/// <param name="HasFiles">Whether its runtime saves and loads networks.</param>
internal sealed record TargetSpec(bool AllowsUnsafe, bool IsPortable, bool HasFiles);
