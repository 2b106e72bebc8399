using BenchmarkDotNet.Running;
using StaticNet.Benchmarks;
using StaticNet.Benchmarks.Commands;

// Two kinds of measurement: this project's own commands, which scripts read, and BenchmarkDotNet for everything else.
return args switch
{
    ["workloads", .. var rest] => WorkloadsCommand.Run(rest),
    ["cold-start", .. var rest] => ColdStartCommand.Run(rest),
    ["growth", .. var rest] => GrowthCommand.Run(rest),
    ["generator-time", .. var rest] => GeneratorTimeCommand.Run(rest),
    ["help" or "--help" or "-h"] => Usage.Print(),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Usage).Assembly).Run(args, new BenchmarkConfig());
    return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
}
