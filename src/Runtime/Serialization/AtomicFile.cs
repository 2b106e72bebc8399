namespace StaticNet.Serialization;

/// <summary>Replaces files as a whole: whoever reads one finds the old content or the new, never a part.</summary>
public static partial class AtomicFile
{
    /// <summary>
    /// Writes a new file beside the old one, waits until its content is on the disk, and gives it the old one's name. If anything throws, the new
    /// file is deleted and the old one is as it was.
    /// </summary>
    /// <remarks>
    /// After a power cut the name may belong to either; both are whole. A symbolic link stays one: the file that it names is replaced. On Unix the new file has the permissions of the
    /// old one, and belongs to whoever wrote it; a pipe or a device is no file to replace, and is written to as it is.
    /// </remarks>
    /// <param name="path">The file to create or replace. Its folder must exist.</param>
    /// <param name="write">Writes the content. The stream can be written only, and is closed afterwards.</param>
    /// <exception cref="IOException">The file can't be written or replaced; or whatever <paramref name="write"/> throws.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        if (Directory.Exists(path))
            throw new IOException($"Expected a file; '{path}' is a folder.");
        if (SpecialFile.Open(path) is { } special)
        {
            using (special)
                write(special);
            return;
        }

        string target = Target(path);
        // The random name keeps two writers apart; a file that is there already is not touched.
        string temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        var stream = Create(temporary, target, path);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Errors tell the path that was asked for, not the temporary one.</summary>
    private static FileStream Create(string temporary, string target, string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"Expected a file in a folder that exists; that of '{path}' does not.");
        try
        {
            return CreateLike(target, temporary);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"The folder of '{path}' may not be written to.", exception);
        }
    }
}
