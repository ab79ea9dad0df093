using System.Reflection;
using System.Text.Json;

namespace LocalDiplomacy.Bench.Register;

/// <summary>The public register of a program that was started for it: an import as the desk sends it, and searches as the public does.</summary>
internal static class RegisterCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--entries", "--requests", "--at-once", "--json");
        var options = new RegisterOptions(arguments.Number("--entries", 5000), arguments.Number("--requests", 3000), arguments.Number("--at-once", 1));
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
        var report = await new RegisterBench(program, options).RunAsync(Console.Error);
        output.WriteLine(report.AsText());
        if (arguments.Text("--json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
        return 0;
    }
}

/// <param name="Entries">Ties in the register while it is searched.</param>
/// <param name="Requests">Of each kind.</param>
internal sealed record RegisterOptions(int Entries, int Requests, int AtOnce)
{
    /// <summary>As many as the association keeps.</summary>
    public const int Imported = 1900;
}
