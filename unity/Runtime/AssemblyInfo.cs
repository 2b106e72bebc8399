using System.Reflection;

// Unity compiles no assembly without a source file. This one is there to be referred to: the generator, which lies in its folder, works for it and for what refers to it.
[assembly: AssemblyTitle("StaticNet.Unity")]
[assembly: AssemblyDescription("Brings the generator of StaticNet to the assemblies that refer to this one.")]
