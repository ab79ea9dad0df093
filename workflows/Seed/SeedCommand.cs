using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>The command "seed --mous N [--random-seed S] [--add]": fills a store to try the program, or to measure it, with a whole country's MOUs.</summary>
internal sealed class SeedCommand(IServiceProvider services)
{
    public const string Name = "seed";
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        var options = SeedOptions.Read(arguments);
        try
        {
            await UnfinishedImport.RefuseAsync(services.GetRequiredService<ImportMark>(), cancel).ConfigureAwait(false);
            if (!options.Add && await HasCasesAsync(cancel).ConfigureAwait(false))
                throw new HostAbortedException("The store has MOUs already, and made-up ones would stand among them. --add says that this is meant; --data names another store.");
            await services.GetRequiredService<Beginnings>().LoadAsync(cancel).ConfigureAwait(false);
            var began = Stopwatch.GetTimestamp();
            var seeded = await services.GetRequiredService<SeedRun>().RunAsync(options, Progress(output, options.Mous, began), cancel).ConfigureAwait(false);
            await SayAsync(output, seeded, Stopwatch.GetElapsedTime(began)).ConfigureAwait(false);
        }
        catch (RequestFailedException fault)
        {
            throw new HostAbortedException(StorageRefusal.Explain(fault) ?? $"Storage refuses: {fault.Message.Split('\n')[0]} Seed again with --add: what stands there is left as it is.", fault);
        }
    }

    private async Task<bool> HasCasesAsync(CancellationToken cancel)
    {
        var table = await services.GetRequiredService<Tables>().OpenAsync(Tables.Mous, cancel).ConfigureAwait(false);
        await foreach (var _ in table.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancel).ConfigureAwait(false)) return true;
        return false;
    }

    private static Action<int> Progress(TextWriter output, int of, long began)
    {
        var said = began;
        return done =>
        {
            if (Stopwatch.GetElapsedTime(said) < SayEvery) return;
            said = Stopwatch.GetTimestamp();
            var rate = done / Stopwatch.GetElapsedTime(began).TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done,8:N0} of {of:N0}   {rate:N0}/s   {(of - done) / rate:N0} s left"));
            output.Flush();
        };
    }

    private static async Task SayAsync(TextWriter output, Seeded seeded, TimeSpan took)
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{seeded.Cases:N0} MOUs in {took.TotalSeconds:N0} s: {seeded.Live:N0} live, {seeded.Cases - seeded.Live:N0} ended, {seeded.Events:N0} events, {seeded.Entries:N0} entries of the register."),
            .. seeded.WereThere > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{seeded.WereThere:N0} of them were there already and are as they were.")] : Array.Empty<string>(),
            "The program that starts next begins the orchestrations of those that live.",
        ];
        foreach (var line in lines) await output.WriteLineAsync(line).ConfigureAwait(false);
    }
}
