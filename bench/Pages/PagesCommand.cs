using System.Reflection;
using System.Text.Json;

namespace LocalDiplomacy.Bench.Pages;

/// <summary>Each page of a program with many MOUs: how long it takes to answer, and what a browser loads to show it.</summary>
internal static class PagesCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--mous", "--requests", "--json");
        var options = new PagesOptions(arguments.Number("--mous", 1000), arguments.Number("--requests", 200));
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
        var report = await new PagesBench(program, options).RunAsync(Console.Error);
        output.WriteLine(report.AsText());
        if (arguments.Text("--json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
        return 0;
    }
}

/// <param name="Mous">Made-up ones in the store, by the command "seed".</param>
/// <param name="Requests">Of each page.</param>
internal sealed record PagesOptions(int Mous, int Requests);
