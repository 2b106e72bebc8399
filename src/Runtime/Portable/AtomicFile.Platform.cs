namespace StaticNet.Serialization;

/// <content>A symbolic link is replaced by a file, and a new file has the usual permissions.</content>
public static partial class AtomicFile
{
    private static string Target(string path) => Path.GetFullPath(path);

    private static FileStream CreateLike(string other, string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
}

/// <summary>Pipes and devices, which .NET Standard does not tell from files.</summary>
internal static class SpecialFile
{
    /// <summary>None is found.</summary>
    public static FileStream? Open(string path) => null;
}
