using System.Text.Json.Serialization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail.Reports;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>One mail and what became of it.</summary>
/// <param name="Kind">Null for a mail with a code.</param>
/// <param name="DoneAt">When it was taken by the mail service, given up or found obsolete.</param>
/// <param name="OpenedAt">Its pictures were asked for by something that may be a person; null: nothing is known.</param>
/// <param name="OpenedByMachineAt">The same, by a program.</param>
public sealed record MailRow(
    string Id, MailKind? Kind, EmailAddress To, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? DoneAt,
    DateTimeOffset? OpenedAt = null, DateTimeOffset? OpenedByMachineAt = null)
{
    /// <summary>When the mail service's report says that it came that far; null: it is the program's own word.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>When it came as far as it is.</summary>
    public DateTimeOffset At => ReportedAt ?? DoneAt ?? QueuedAt;
}

/// <summary>How far a mail came. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
public enum MailState
{
    Queued,
    /// <summary>The mail service took it.</summary>
    Sent,
    GivenUp,
    Obsolete,
    /// <summary>It came into the reader's mail system.</summary>
    Delivered,
    /// <summary>It came back.</summary>
    Bounced,
    /// <summary>The reader's mail system does not take it just now; the mail service goes on trying.</summary>
    Deferred,
}

/// <summary>The mails of each case.</summary>
public sealed class MailLedger(Tables tables, TimeProvider time)
{
    /// <summary>Where the mails of signing in stand, which belong to no case.</summary>
    public const string SignIns = "sign-in";

    /// <summary>Where the mails about missions' addresses stand.</summary>
    public const string Contacts = "contacts";

    /// <summary>Where the mails about alerts stand.</summary>
    public const string Alerts = "alerts";

    /// <summary>A mail is deferred a few times and then delivered or not; more than this is nobody's mail.</summary>
    private const int MostReports = 50;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<MailRow>> OfCaseAsync(MouId id, CancellationToken cancel = default)
    {
        var mails = new List<QueuedMail>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            mails.Add(Read(row));
        return [.. mails.OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.Input.MailId, StringComparer.Ordinal).Select(mail => mail.AsRow())];
    }

    /// <summary>Puts a mail down to be sent. Again: changes nothing.</summary>
    internal async Task<MailDeliveryInput> QueueAsync(
        string ledger, string mailId, EmailAddress to, MailOccasion occasion, CancellationToken cancel)
    {
        var row = ChunkedText.Put(new TableEntity(ledger, mailId), StoredJson.Of(occasion));
        row["To"] = to.Value;
        row["State"] = nameof(MailState.Queued);
        row["QueuedAt"] = time.GetUtcNow();
        if (Telemetry.Context is { } trace) row["Trace"] = trace;
        await (await OpenAsync(cancel).ConfigureAwait(false)).TryAddAsync(row, cancel).ConfigureAwait(false);
        return new(ledger, mailId, occasion.IsShortLived);
    }

    /// <summary>Mails of one ledger that have been queued since before then.</summary>
    internal async Task<IReadOnlyList<QueuedMail>> QueuedBeforeAsync(string ledger, DateTimeOffset then, CancellationToken cancel)
    {
        var found = new List<QueuedMail>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ledger} and State eq {nameof(MailState.Queued)} and QueuedAt lt {then}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            found.Add(Read(row));
        return found;
    }

    internal async Task<QueuedMail?> FindAsync(MailDeliveryInput mail, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(mail.Ledger, mail.MailId, cancel).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    /// <summary>Records a mail's end. The first end counts.</summary>
    internal async Task<MailState> CloseAsync(MailDeliveryInput mail, MailState end, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            if (await table.FindAsync(mail.Ledger, mail.MailId, cancel).ConfigureAwait(false) is not { } row) return end;
            if (Read(row).State is not MailState.Queued and var before) return before;
            row["State"] = end.ToString();
            row["DoneAt"] = time.GetUtcNow();
            if (!await table.TryReplaceAsync(row, cancel).ConfigureAwait(false)) continue;
            Counts.MailEnded(end, Read(row).Kind);
            return end;
        }
    }

    /// <summary>Puts a mail that was given up down to be sent once more.</summary>
    /// <returns>How often that was done, where it is to be delivered now: also where it was put down before and is not sent yet. Null: it is not.</returns>
    internal async Task<int?> ReopenAsync(MailDeliveryInput mail, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (await table.FindAsync(mail.Ledger, mail.MailId, cancel).ConfigureAwait(false) is { } row)
        {
            var before = Read(row);
            if (before.State != MailState.GivenUp) return before.State == MailState.Queued ? before.Reopened : null;
            row["State"] = nameof(MailState.Queued);
            row["Reopened"] = before.Reopened + 1;
            row.Remove("DoneAt");
            if (await table.TryReplaceAsync(row, cancel).ConfigureAwait(false)) return before.Reopened + 1;
        }

        return null;
    }

    /// <summary>Records what the mail service reports. A report that was taken before, or that tells less than is known, changes nothing.</summary>
    internal async Task ReportAsync(MailReport report, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (await table.FindAsync(report.Mail.Ledger, report.Mail.MailId, cancel).ConfigureAwait(false) is { } row)
        {
            var taken = (row.GetString("Reports") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = Secret.HashOf(report.EventId)[..16];
            if (taken.Contains(name)) return;
            var before = Read(row).State;
            row["Reports"] = string.Join(' ', taken.Append(name).TakeLast(MostReports));
            row["State"] = After(before, report.Fate).ToString();
            row[report.Fate + "At"] = report.At;
            if (!await table.TryReplaceAsync(row, cancel).ConfigureAwait(false)) continue;
            if (report.Fate == MailFate.Bounced && before != MailState.Bounced) Counts.MailEnded(MailState.Bounced, Read(row).Kind);
            return;
        }
    }

    /// <summary>What came back stays so; what arrived is not under way any more.</summary>
    private static MailState After(MailState before, MailFate fate) => (before, fate) switch
    {
        (MailState.GivenUp or MailState.Bounced, _) or (_, MailFate.Opened or MailFate.OpenedByMachine) => before,
        (MailState.Queued or MailState.Sent, MailFate.Deferred) => MailState.Deferred,
        (_, MailFate.Deferred) => before,
        (_, MailFate.Bounced) => MailState.Bounced,
        _ => MailState.Delivered,
    };

    internal static QueuedMail Read(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey), new EmailAddress(row.GetString("To") ?? ""), StoredJson.Read<MailOccasion>(ChunkedText.Take(row)),
        Enum.Parse<MailState>(row.GetString("State")!), row.GetDateTimeOffset("QueuedAt") ?? default, row.GetDateTimeOffset("DoneAt"),
        row.GetString("Trace"), row.GetDateTimeOffset("OpenedAt"), row.GetDateTimeOffset("OpenedByMachineAt"))
    {
        ReportedAt = row.GetDateTimeOffset(row.GetString("State") + "At"),
        Reopened = row.GetInt32("Reopened") ?? 0,
    };

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Mails, cancel);
}

/// <summary>A mail as its row has it.</summary>
/// <param name="Trace">The W3C context of whatever asked for it, where that was traced.</param>
internal sealed record QueuedMail(
    MailDeliveryInput Input, EmailAddress To, MailOccasion Occasion, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? DoneAt, string? Trace,
    DateTimeOffset? OpenedAt = null, DateTimeOffset? OpenedByMachineAt = null)
{
    /// <summary>Null for a mail with a code, and for those of no case.</summary>
    public MailKind? Kind => Occasion switch
    {
        MailOccasion.AboutCase about => about.Kind,
        MailOccasion.AboutMessage => MailKind.ToldOfMessage,
        _ => null,
    };

    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How often it was sent on its way again after it had been given up.</summary>
    public int Reopened { get; init; }

    public MailRow AsRow() => new(Input.MailId, Kind, To, State, QueuedAt, DoneAt, OpenedAt, OpenedByMachineAt) { ReportedAt = ReportedAt };
}
