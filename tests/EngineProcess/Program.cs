using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.EngineProcess;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// An engine in a process of its own, to be killed: CONNECTION EFFECTS-FILE STARTS shared|alone. It takes one request a line.
if (args is not [var connection, var effectsFile, var starts, var mode])
{
    Console.Error.WriteLine("usage: CONNECTION EFFECTS-FILE MAXIMUM-STARTS shared|alone");
    return 2;
}

using var effects = new EffectsFile(effectsFile);
var tasks = new DurableTaskRegistry();
Ledger.Register(tasks, effects, Path.Combine(Path.GetDirectoryName(effectsFile)!, Takeover.HoldFile));
var options = new DurableTaskHostOptions
{
    TakesOverAtStart = mode == "alone",
    MaximumActivityStarts = int.Parse(starts, null),
};
await using var services = new ServiceCollection().BuildServiceProvider();
await using var host = new DurableTaskHost(
    new TableServiceClient(connection), new BlobServiceClient(connection), tasks, options, services, NullLoggerFactory.Instance);
await host.StartAsync(CancellationToken.None);
var requests = new Requests(host.Client);
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } line) Console.WriteLine(await requests.AnswerAsync(line));
await host.StopAsync(CancellationToken.None);
return 0;
