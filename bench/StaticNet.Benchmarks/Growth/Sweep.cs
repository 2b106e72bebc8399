namespace StaticNet.Benchmarks.Growth;

/// <summary>One curve of the growth sweep.</summary>
/// <param name="Varied">What the sizes count.</param>
/// <param name="Method">The method that was timed.</param>
/// <param name="Points">Size, and nanoseconds a multiply-add.</param>
internal sealed record Sweep(string Varied, string Method, List<(int Size, double Time)> Points);
