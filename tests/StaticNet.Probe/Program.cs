using System;
using System.Linq;

namespace StaticNet.Probe
{
    /// <summary>
    /// Prints a fingerprint of the training of every network here. The same program runs on .NET with vectors, on .NET with the runtime for .NET Standard, and on Mono: with the
    /// same lines, or the bits differ.
    /// </summary>
    public static class Program
    {
        public static int Main(string[] arguments)
        {
            if (arguments.Length > 0 && arguments[0] == "--time")
                return Timing.Print();
            foreach (var type in typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(NetworkAttribute), false)).OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                object network = Activator.CreateInstance(type, 7UL)!;
                string fingerprint = network is INetwork<float> single ? new SingleRun().Of(single) : new DoubleRun().Of((INetwork<double>)network);
                Console.WriteLine($"{type.FullName!.Substring(type.Namespace!.Length + 1).Replace('+', '.')},{fingerprint}");
            }

            Console.WriteLine($"Fit,{Library.Fit()}");
            Console.WriteLine($"Checkpoint,{Library.Checkpoint()}");
            Console.WriteLine($"SaveAndLoad,{Library.SaveAndLoad()}");
            Console.WriteLine($"Evolve,{Library.Evolve()}");
            return 0;
        }
    }
}
