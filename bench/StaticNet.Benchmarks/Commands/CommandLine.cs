namespace StaticNet.Benchmarks.Commands;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Reads the options.</summary>
    /// <param name="args">The command line without the command.</param>
    /// <param name="allowed">Each option with its allowed values; none: any value.</param>
    /// <exception cref="FormatException">An option is unknown, lacks its value or has one that is not allowed.</exception>
    public CommandLine(string[] args, params (string Name, string[] Values)[] allowed)
    {
        for (int i = 0; i < args.Length; i += 2)
        {
            var option = Array.Find(allowed, candidate => candidate.Name == args[i]);
            if (option.Name is null)
                throw new FormatException($"Unknown option {args[i]}.");
            if (i + 1 == args.Length || (option.Values.Length > 0 && !option.Values.Contains(args[i + 1])))
                throw new FormatException($"{args[i]} needs a value{(option.Values.Length > 0 ? ": " + string.Join(", ", option.Values) : "")}.");
            _values[args[i]] = args[i + 1];
        }
    }

    /// <summary>The value of an option, or the default.</summary>
    public string this[string name, string otherwise] => _values.GetValueOrDefault(name, otherwise);
}
