using System.Text;

namespace StaticNet.C;

/// <summary>Names in C.</summary>
internal static class CName
{
    private static readonly HashSet<string> Keywords =
    [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long",
        "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
    ];

    /// <summary>What <see cref="IsValid"/> asks for.</summary>
    public const string Rule = "a C identifier: a letter, then letters, digits and single underscores, no keyword";

    /// <summary>What a name has to be: names are made from it by appending, and those that start with an underscore or hold two in a row belong to compilers.</summary>
    public static bool IsValid(string name) =>
        name.Length > 0
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && !name.EndsWith('_')
        && !Keywords.Contains(name);

    /// <summary>A name for a class: <c>moon_net</c> for MoonNet, <c>xor_net2</c> for XORNet2. What C has no letters for is left out.</summary>
    public static string OfClass(string name)
    {
        string own = SnakeCase(new string([.. name.Where(character => char.IsAsciiLetterOrDigit(character) || character == '_')]));
        return IsValid(own) ? own : IsValid(own + "_net") ? own + "_net" : "network";
    }

    /// <summary>Words in lower case, with underscores between them; a word starts at a capital that follows a small letter or digit, or precedes a small letter.</summary>
    public static string SnakeCase(string name)
    {
        var result = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = name[i] == '_' || (i > 0 && char.IsAsciiLetterUpper(name[i])
                && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))));
            if (startsWord && result.Length > 0 && result[^1] != '_')
                result.Append('_');
            if (name[i] != '_')
                result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString().TrimEnd('_');
    }
}
