using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Functions.Site;

/// <summary>Asks every part for something: that it answers is what counts.</summary>
public sealed class Health(MouCases cases, TextStore texts, ReferenceTables reference, MailServiceStanding mail, TimeProvider time, ILogger<Health> log)
{
    public const string Well = "well";
    public const string Unwell = "unwell";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const string Nothing = "health";

    public async Task<IReadOnlyList<HealthPart>> CheckAsync(DurableTaskClient engine, CancellationToken cancellation) => await Task.WhenAll(
        CheckAsync("tables", stop => cases.FindAsync(new MouId(Nothing), stop), cancellation),
        CheckAsync("texts", stop => texts.FindAsync(new TextHash(new string('0', 64)), stop), cancellation),
        CheckAsync("orchestrations", stop => engine.GetInstanceAsync(Nothing, stop), cancellation),
        CheckAsync("reference-data", LoadedAsync, cancellation),
        CheckAsync("mail", _ => MailAsync(), cancellation));

    /// <summary>The key is used by mails alone: no mail is sent to try it, the last answer counts.</summary>
    private Task MailAsync() => mail.IsRefusing ? throw new InvalidOperationException("The mail service refuses us.") : Task.CompletedTask;

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
        var began = time.GetTimestamp();
        try
        {
            await ask(patience.Token);
            return new(name, Well, Milliseconds(began));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("{Part} is not well: {Fault}.", name, StorageRefusal.Explain(e) ?? e.GetType().Name);
            return new(name, Unwell, Milliseconds(began));
        }
    }

    private int Milliseconds(long began) => (int)time.GetElapsedTime(began).TotalMilliseconds;
}
