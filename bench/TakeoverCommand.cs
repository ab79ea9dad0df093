using System.Globalization;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.EngineProcess;

namespace LocalDiplomacy.Bench;

/// <summary>How long it takes until what a killed process held has been ended by the other one on its hub.</summary>
internal static class TakeoverCommand
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--instances", "--runs");
        for (var run = 1; run <= arguments.Number("--runs", 3); run++)
        {
            var folder = Directory.CreateTempSubdirectory("takeover-").FullName;
            await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(folder, "azurite")) { Progress = Console.Error.WriteLine }))
            {
                var report = await new Takeover(azurite.ConnectionString, folder).RunAsync(arguments.Number("--instances", 40));
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"run {run}: {report.Held} instances in the hands of the killed one; the first ended after {report.Ended.Min():0.0} s, the last after {report.Ended.Max():0.0} s"));
            }

            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }
}
