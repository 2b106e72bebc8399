using System.Reflection;
using System.Runtime.Loader;

namespace StaticNet.Generator.Tests.Compilers;

/// <summary>Has the oldest compiler, that of Unity 2022.3, and copies of its own of what refers to the compiler.</summary>
internal sealed class OldestContext() : AssemblyLoadContext("OldestRoslyn", isCollectible: true)
{
    /// <summary>Calls a static method of a test in a second copy of this program, to which the old compiler is the only one.</summary>
    /// <param name="test">The class.</param>
    /// <param name="method">The method, private.</param>
    /// <param name="arguments">Of types that both copies share.</param>
    public static string[] Call(Type test, string method, params object[] arguments)
    {
        var context = new OldestContext();
        try
        {
            var copy = context.LoadFromAssemblyName(test.Assembly.GetName());
            var run = copy.GetType(test.FullName!)!.GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!;
            return (string[])run.Invoke(null, arguments)!;
        }
        finally
        {
            context.Unload();
        }
    }

    protected override Assembly? Load(AssemblyName name)
    {
        string folder = name.Name switch
        {
            "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" => "oldest-roslyn",
            "StaticNet.Generator" or "StaticNet.Generator.Tests" => "",
            _ => "none",
        };
        return folder == "none" ? null : LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, folder, name.Name + ".dll"));
    }
}
