using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LocalDiplomacy.Bench.Micro;

/// <summary>The small parts, each by itself.</summary>
internal static class MicroCommand
{
    /// <returns>1 when a benchmark did not run.</returns>
    internal static int Run(string[] args, TextWriter output)
    {
        _ = new Arguments(args);
        var results = new[] { typeof(ReplayBenchmark), typeof(TransactionBenchmark), typeof(HistoryRowBenchmark) }
            .Select(part => BenchmarkRunner.Run(part, Config())).ToArray();
        foreach (var result in results) MarkdownExporter.Console.ExportToLog(result, ConsoleLogger.Unicode);
        output.Flush();
        return results.Any(result => result.HasCriticalValidationErrors || result.Reports.Any(report => !report.Success)) ? 1 : 0;
    }

    // In this process: a project of its own for each benchmark would be built under the rules of this repository.
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(NullLogger.Instance)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "localdiplomacy-benchmarks"));
}
