using System.Reflection;

namespace LocalDiplomacy.Bench;

internal static class StartupCommand
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var options = StartupOptions.Of(new Arguments(args, "--runs", "--idle", "--json"));
        var program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;
        var report = await new StartupBench(program, options).RunAsync(Console.Error);
        output.WriteLine(report.AsText());
        if (options.JsonFile is { } file) await File.WriteAllTextAsync(file, report.AsJson());
        return 0;
    }
}
