using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Functions.Site;

/// <summary>Asks every part for something: that it answers is what counts.</summary>
public sealed class Health(MouCases cases, TextStore texts, ReferenceTables reference, ILogger<Health> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const string Nothing = "health";

    public async Task<IReadOnlyList<HealthPart>> CheckAsync(DurableTaskClient engine, CancellationToken cancellation) => await Task.WhenAll(
        CheckAsync("tables", stop => cases.FindAsync(new MouId(Nothing), stop), cancellation),
        CheckAsync("texts", stop => texts.FindAsync(new TextHash(new string('0', 64)), stop), cancellation),
        CheckAsync("orchestrations", stop => engine.GetInstanceAsync(Nothing, stop), cancellation),
        CheckAsync("reference-data", LoadedAsync, cancellation));

    /// <summary>They are loaded beside the start: until then nobody can be found in them.</summary>
    private async Task LoadedAsync(CancellationToken cancellation)
    {
        if ((await reference.MissionsAsync(cancellation)).Count == 0)
            throw new InvalidOperationException("The reference tables are empty.");
    }

    private async Task<HealthPart> CheckAsync(string name, Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await ask(patience.Token);
            return new(name, true);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("{Part} did not answer: {Fault}.", name, e.GetType().Name);
            return new(name, false);
        }
    }
}
