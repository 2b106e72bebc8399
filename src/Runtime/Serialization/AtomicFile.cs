namespace StaticNet.Serialization;

/// <summary>Replaces files as a whole: whoever reads one finds the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a new file beside the old one, waits until its content is on the disk, and gives it the old one's name. If anything throws, the new
    /// file is deleted and the old one is as it was.
    /// </summary>
    /// <remarks>After a power cut the name may belong to either; both are whole. A symbolic link is replaced, not followed.</remarks>
    /// <param name="path">The file to create or replace. Its folder must exist.</param>
    /// <param name="write">Writes the content. The stream can be written only, and is closed afterwards.</param>
    /// <exception cref="IOException">The file can't be written or replaced; or whatever <paramref name="write"/> throws.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        path = Path.GetFullPath(path);
        // The random name keeps two writers apart; a file that is there already is not touched.
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
