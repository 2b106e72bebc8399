// Prints the bits of parameters that the compiler read from a file.
using System.Runtime.InteropServices;
using StaticNet;

Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(Moons.Parameters)));

[Network(Input = 2, Hidden = 3, Output = 2, Weights = "moon.weights.json", Frozen = true)]
public static partial class Moons;
