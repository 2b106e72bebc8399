using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace StaticNet;

/// <summary>Members of the framework's classes, apart from numbers, that .NET Standard 2.0 or 2.1 lacks. Where a framework has one, it is taken.</summary>
internal static class FrameworkPolyfills
{
    extension(Enum)
    {
        public static bool IsDefined<T>(T value)
            where T : struct, Enum =>
            Enum.IsDefined(typeof(T), value);

        public static T Parse<T>(string text)
            where T : struct, Enum =>
            (T)Enum.Parse(typeof(T), text);

        public static string[] GetNames<T>()
            where T : struct, Enum =>
            Enum.GetNames(typeof(T));
    }

    extension(string)
    {
        public static string Join(char separator, IEnumerable<string> parts) => string.Join(separator.ToString(), parts);

        public static string Join<T>(char separator, IEnumerable<T> parts) => string.Join(separator.ToString(), parts);
    }

    extension(Stopwatch)
    {
        public static TimeSpan GetElapsedTime(long start) => TimeSpan.FromTicks((long)((Stopwatch.GetTimestamp() - start) * ((double)TimeSpan.TicksPerSecond / Stopwatch.Frequency)));
    }

    extension(TimeSpan)
    {
        public static TimeSpan operator /(TimeSpan time, double divisor) => TimeSpan.FromTicks((long)Math.Round(time.Ticks / divisor));

        public static TimeSpan operator *(TimeSpan time, double factor) => TimeSpan.FromTicks((long)Math.Round(time.Ticks * factor));
    }

    extension(File)
    {
        /// <summary>Replaces a file as a whole where there is one.</summary>
        public static void Move(string from, string to, bool overwrite)
        {
            if (overwrite && File.Exists(to))
                File.Replace(from, to, null);
            else
                File.Move(from, to);
        }
    }

    extension(Convert)
    {
        public static string ToHexString(byte[] bytes) => string.Concat(bytes.Select(digit => digit.ToString("X2", CultureInfo.InvariantCulture)));
    }

    public static void Write(this Stream stream, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        stream.Write(copy, 0, copy.Length);
    }

    public static void AppendData(this IncrementalHash hash, ReadOnlySpan<byte> bytes) => hash.AppendData(bytes.ToArray());

    public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TKey : notnull
    {
        bool isNew = !dictionary.ContainsKey(key);
        if (isNew)
            dictionary.Add(key, value);
        return isNew;
    }

    public static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out var value) ? value : default;

    public static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue otherwise) =>
        dictionary.TryGetValue(key, out var value) ? value : otherwise;

    public static IReadOnlyDictionary<TKey, TValue> AsReadOnly<TKey, TValue>(this Dictionary<TKey, TValue> dictionary)
        where TKey : notnull =>
        new System.Collections.ObjectModel.ReadOnlyDictionary<TKey, TValue>(dictionary);
}
