using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// What a case's orchestration did, one row for each effect, mail and look: when it ran, how often it was tried and what it
/// came to. The engine's own history is cut off by every ContinueAsNew and is purged in the end; this stays, and is the same
/// on every host. It holds names of effects and types of errors, no payload, and nothing depends on it: where it cannot be
/// written, the work counts all the same.
/// </summary>
public sealed class CaseWork(Tables tables, TimeProvider time)
{
    private const string EffectPrefix = "effect-", MailPrefix = "mail-", LookPrefix = "look-";

    /// <summary>More than a case ever has; a page shows the newest.</summary>
    private const int Most = 2000;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<WorkDone>> OfCaseAsync(MouId id, CancellationToken cancel = default)
    {
        var all = new List<WorkDone>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            all.Add(Read(row));
            if (all.Count == Most) break;
        }

        return [.. all.OrderBy(work => work.StartedAt).ThenBy(work => work.Name, StringComparer.Ordinal)];
    }

    internal Task<bool> EffectAsync(MouId id, string effect, Func<Task<bool>> work) => MeasureAsync(id.Value, EffectPrefix + effect, work);

    internal Task<bool> MailAsync(string ledger, string mail, Func<Task<bool>> work) => MeasureAsync(ledger, MailPrefix + mail, work);

    /// <summary>The orchestration looked, found nothing to do, and sleeps. Looks at one version are one row.</summary>
    internal Task LookedAsync(MouId id, int version, DateTimeOffset startedAt, DateTimeOffset? nextDue) =>
        TryWriteAsync(new TableEntity(id.Value, string.Create(CultureInfo.InvariantCulture, $"{LookPrefix}{version:D10}"))
        {
            ["StartedAt"] = startedAt,
            ["EndedAt"] = time.GetUtcNow(),
            ["NextDue"] = nextDue,
        });

    private async Task<bool> MeasureAsync(string partition, string name, Func<Task<bool>> work)
    {
        var startedAt = time.GetUtcNow();
        try
        {
            var result = await work().ConfigureAwait(false);
            await TryWriteAsync(Row(partition, name, startedAt, null)).ConfigureAwait(false);
            return result;
        }
        catch (Exception fault)
        {
            await TryNoteFailureAsync(partition, name, startedAt, fault).ConfigureAwait(false);
            throw;
        }
    }

    private TableEntity Row(string partition, string name, DateTimeOffset startedAt, string? error)
    {
        var row = new TableEntity(partition, name) { ["StartedAt"] = startedAt, ["EndedAt"] = time.GetUtcNow(), ["Error"] = error ?? "" };
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } current) row["Trace"] = current.TraceId.ToHexString();
        return row;
    }

    /// <summary>Failures are rare, so only they read what stands there: how often, and since when.</summary>
    private async Task TryNoteFailureAsync(string partition, string name, DateTimeOffset startedAt, Exception fault)
    {
        var row = Row(partition, name, startedAt, fault.GetType().Name);
        try
        {
            var before = await (await OpenAsync(default).ConfigureAwait(false)).FindAsync(partition, name, default).ConfigureAwait(false);
            row["Failures"] = (before?.GetInt32("Failures") ?? 0) + 1;
            row["FailedFirstAt"] = before?.GetDateTimeOffset("FailedFirstAt") ?? startedAt;
        }
        catch (RequestFailedException)
        {
            return;
        }

        await TryWriteAsync(row).ConfigureAwait(false);
    }

    /// <summary>Merged: a success leaves the count of the failures before it.</summary>
    private async Task TryWriteAsync(TableEntity row)
    {
        try
        {
            await (await OpenAsync(default).ConfigureAwait(false)).UpsertEntityAsync(row, TableUpdateMode.Merge).ConfigureAwait(false);
        }
        catch (RequestFailedException)
        {
            // It was done, or not, whatever stands here.
        }
    }

    private static WorkDone Read(TableEntity row)
    {
        var error = row.GetString("Error") is { Length: > 0 } type ? type : null;
        var (kind, name) = row.RowKey switch
        {
            var key when key.StartsWith(EffectPrefix, StringComparison.Ordinal) => (WorkKind.Effect, key[EffectPrefix.Length..]),
            var key when key.StartsWith(MailPrefix, StringComparison.Ordinal) => (WorkKind.Mail, key[MailPrefix.Length..]),
            var key => (WorkKind.Look, key[LookPrefix.Length..].TrimStart('0')),
        };
        return new(
            kind, name, row.GetDateTimeOffset("StartedAt") ?? default, row.GetDateTimeOffset("EndedAt") ?? default,
            row.GetInt32("Failures") ?? 0, row.GetDateTimeOffset("FailedFirstAt"), error, row.GetString("Trace"), row.GetDateTimeOffset("NextDue"));
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseWork, cancel);
}

/// <summary>What was done for a case.</summary>
public enum WorkKind { Effect, Mail, Look }

/// <summary>One piece of work, as it was last tried.</summary>
/// <param name="Name">The effect's, the mail's id, or the version that was looked at.</param>
/// <param name="Failures">How often it failed, all told.</param>
/// <param name="Error">The type of the last failure; null: it is done.</param>
/// <param name="Trace">The trace id of its last run, where it was traced.</param>
/// <param name="NextDue">Of a look: when time brings the next thing about.</param>
public sealed record WorkDone(
    WorkKind Kind, string Name, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Failures, DateTimeOffset? FailedFirstAt, string? Error, string? Trace, DateTimeOffset? NextDue);
