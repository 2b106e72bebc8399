using System.Globalization;
using SharpFuzz;
using StaticNet.Fuzz;

const string Usage = """
    Fuzzes the reading of networks' files.

      --random <executions> <seed> <corpus>   changed files of a folder, in this process
      --seeds <folder>                        writes the files that a corpus begins with
      --files <file>...                       reads files once, as afl found them
      --afl                                   under afl-fuzz; see tests/fuzz.sh
    """;

switch (args)
{
    case ["--random", var executions, var seed, var corpus]:
        string[] files = Directory.GetFiles(corpus);
        Array.Sort(files, StringComparer.Ordinal);
        return RandomRun.Run(Array.ConvertAll(files, File.ReadAllBytes), long.Parse(executions, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
    case ["--seeds", var folder]:
        Seeds.Write(folder);
        return 0;
    case ["--files", .. var paths]:
        foreach (string path in paths)
            Console.WriteLine($"{path}: {(Reading.Run(File.ReadAllBytes(path)) ? "a network" : "refused")}");
        return 0;
    case ["--afl"]:
        Fuzzer.OutOfProcess.Run((Stream stream) =>
        {
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Reading.Run(content.ToArray());
        });
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
