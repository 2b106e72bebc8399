namespace StaticNet.Generator.Parsing.Weights;

/// <summary>Paths as the compiler gets them, with the separators of any system.</summary>
internal static class FilePath
{
    /// <summary>Whether a path is that of a name, or ends in it: whole folders, and the file's name.</summary>
    /// <param name="path">Of a file.</param>
    /// <param name="name">As in the attribute: <c>moon.json</c>, <c>./moon.json</c>, <c>nets\moon.json</c>, <c>../nets/moon.json</c>.</param>
    public static bool EndsIn(string path, string name)
    {
        string full = Normal(path), end = Normal(name);
        return full == end || full.EndsWith("/" + end, StringComparison.Ordinal);
    }

    /// <summary>Without steps that lead nowhere, and without those that lead out of where the path begins: what lies there is not known.</summary>
    private static string Normal(string path)
    {
        var steps = new List<string>();
        string[] all = path.Replace('\\', '/').Split('/');
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] == ".." && steps.Count > 0 && steps[steps.Count - 1].Length > 0)
                steps.RemoveAt(steps.Count - 1);
            // The first one is empty where the path begins at the root.
            else if (all[i] is not ("." or "..") && (all[i].Length > 0 || i == 0))
                steps.Add(all[i]);
        }

        return string.Join("/", steps);
    }
}
