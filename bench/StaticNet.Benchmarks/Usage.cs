namespace StaticNet.Benchmarks;

/// <summary>How to call the program.</summary>
internal static class Usage
{
    /// <summary>Prints it.</summary>
    /// <returns>0, the exit code.</returns>
    public static int Print()
    {
        Console.WriteLine(
            """
            StaticNet.Benchmarks <command>

              --filter '*'    BenchmarkDotNet, with all its options
              workloads       W1 to W6: a line "name median min check" each, in nanoseconds a call or sample
                  --only NAME             names that start so: W1, W4.train
                  --width 512|256|128     no wider vectors than this
                  --precision single|double
                  --core N                keep the measuring thread on this core; the JIT's may run elsewhere
              growth          nanoseconds a multiply-add for hidden sizes 1 to 1024 and depths 1 to 8
                  --plot FILE             also draw them, as SVG
              generator-time  how long the source generator takes, cold and after an unrelated edit
              cold-start      the first training run of fresh processes against the second one in the same process
                  --processes N           how many (default 5)
            """);
        return 0;
    }

    /// <summary>Reports a mistake on the command line.</summary>
    /// <returns>2, the exit code.</returns>
    public static int Mistake(string message)
    {
        Console.Error.WriteLine(message);
        Console.Error.WriteLine("Call with --help for help.");
        return 2;
    }
}
