using System.Reflection;
using System.Text.Json;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>The desk's pages and calls of a program on a store with a country's MOUs; then the program is killed, and the time until it goes on is taken.</summary>
internal static class DeskCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>1 where something could not be measured: the rest is there all the same.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--mous", "--data", "--requests", "--at-once", "--patience", "--json");
        var options = new DeskOptions(
            arguments.Number("--mous", 10_000), arguments.Text("--data"), arguments.Number("--requests", 200), arguments.Number("--at-once", 1), TimeSpan.FromMinutes(arguments.Number("--patience", 60)));
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
        var report = await new DeskBench(program, options, Console.Error).RunAsync();
        output.WriteLine(report.AsText());
        if (arguments.Text("--json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
        return report.IsWhole ? 0 : 1;
    }
}

/// <param name="Mous">To be seeded, where no store is given.</param>
/// <param name="Data">A store that is there; null: one is made, and removed at the end.</param>
/// <param name="Requests">Of each page and call.</param>
/// <param name="Patience">For the program to be ready, and for all work to be carried out.</param>
internal sealed record DeskOptions(int Mous, string? Data, int Requests, int AtOnce, TimeSpan Patience);
