using System.Runtime.CompilerServices;

// For .NET Standard this type is the assembly's own, and setters of properties with `init` mention it. A library that was compiled against them finds it here.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
