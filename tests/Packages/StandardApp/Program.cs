// Prints what a library for .NET Standard does, with the runtime that belongs to this app's framework.
using System;
using System.Linq;

namespace StandardApp
{
    public static class Program
    {
        public static int Main()
        {
            string[] lines = Standard.Lab.Lines().ToArray();
            foreach (string line in lines)
                Console.WriteLine(line);
#if NETFRAMEWORK
            return 0;
#else
            return Standard.Lab.Value() == lines[0] ? 0 : 1;
#endif
        }
    }
}
