using System;

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
            foreach (string line in Report.Lines())
                Console.WriteLine(line);
            return 0;
        }
    }
}
