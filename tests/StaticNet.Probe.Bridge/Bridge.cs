// The probe, compiled for .NET Standard 2.1, on the runtime for .NET 10: which it is shows in a type that .NET Standard's has not.
if (typeof(StaticNet.Topology).Assembly.GetType("StaticNet.Lanes.VectorWidth") is null)
    throw new InvalidOperationException("This is not the runtime for .NET 10.");
return StaticNet.Probe.Program.Main(args);
