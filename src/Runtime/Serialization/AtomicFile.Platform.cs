namespace StaticNet.Serialization;

/// <content>Symbolic links and permissions, of which .NET Standard knows nothing.</content>
public static partial class AtomicFile
{
    /// <summary>The file that a path stands for, behind symbolic links, whether or not it is there.</summary>
    private static string Target(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)!).FullName;
    }

    /// <summary>Creates a file with the permissions of another, if that is there.</summary>
    private static FileStream CreateLike(string other, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows() || !File.Exists(other))
            return new(path, options);
        // Never open to more than the old one, not for a moment; what the process masks is added afterwards.
        var mode = File.GetUnixFileMode(other);
        options.UnixCreateMode = mode;
        var stream = new FileStream(path, options);
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        return stream;
    }
}
