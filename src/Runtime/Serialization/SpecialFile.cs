namespace StaticNet.Serialization;

/// <summary>Pipes, terminals and devices, such as <c>/dev/stdout</c> and <c>/dev/null</c>: what has a name among files and no content to replace.</summary>
internal static class SpecialFile
{
    /// <summary>Opens a special file to write to it; null: there is none of this name, but perhaps a regular file.</summary>
    /// <remarks>.NET does not tell which it is. A pipe has no position, and a device cannot be cut; nothing that is in a regular file is touched. A pipe without a reader waits for one.</remarks>
    public static FileStream? Open(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return null;
        FileStream? stream = null;
        try
        {
            stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (!stream.CanSeek)
                return stream;
            if (stream.Length == 0 && !CanBeCut(stream))
                return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whether it can be replaced is found out by doing it.
        }

        stream?.Dispose();
        return null;
    }

    private static bool CanBeCut(FileStream empty)
    {
        try
        {
            empty.SetLength(0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
