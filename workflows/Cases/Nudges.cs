using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// What the orchestrations still have to be told. A row is written before each commit, under the version that the commit
/// will make, and removed after the orchestration has seen that version with no effects left. A process that dies in
/// between leaves the row, and <see cref="Orchestrations.ReNudge"/> finds it.
/// </summary>
public sealed class Nudges(Tables tables, TimeProvider time)
{
    /// <summary>A commit that did not follow within this time will not follow any more.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    /// <summary>Effects take seconds; whatever a case did not settle in this time keeps failing.</summary>
    internal static readonly TimeSpan OverdueAfter = TimeSpan.FromMinutes(15);

    /// <summary>What is younger is most likely being looked at just now.</summary>
    internal static readonly TimeSpan MomentsPass = TimeSpan.FromSeconds(5);

    internal async Task ExpectAsync(MouId id, int version, CancellationToken cancel)
    {
        var row = RowOf(id, version, time.GetUtcNow());
        await (await OpenAsync(cancel).ConfigureAwait(false)).UpsertEntityAsync(row, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
    }

    internal static TableEntity RowOf(MouId id, int version, DateTimeOffset at) => new(id.Value, NameOf(version)) { ["At"] = at };

    /// <summary>The rows as they are now. Read before the case is looked at, so that what is settled was seen.</summary>
    internal async Task<IReadOnlyList<Nudge>> OfCaseAsync(MouId id, CancellationToken cancel)
    {
        var found = new List<Nudge>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            found.Add(Read(row));
        return found;
    }

    /// <summary>Removes those whose change was seen at <paramref name="version"/>, and those whose change never came.</summary>
    internal async Task SettleAsync(IEnumerable<Nudge> seen, int version, CancellationToken cancel)
    {
        var abandoned = time.GetUtcNow() - AbandonedAfter;
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        foreach (var nudge in seen.Where(nudge => nudge.Version <= version || nudge.At < abandoned))
            await table.RemoveAsync(nudge.Id.Value, NameOf(nudge.Version), cancel).ConfigureAwait(false);
    }

    /// <summary>What cases were to be told at least so long ago and did not settle yet.</summary>
    internal async Task<IReadOnlyList<Nudge>> OlderThanAsync(TimeSpan age, CancellationToken cancel)
    {
        var late = new List<Nudge>();
        var filter = TableClient.CreateQueryFilter($"At le {time.GetUtcNow() - age}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            late.Add(Read(row));
        return late;
    }

    /// <summary>The cases that were to be told something and did not settle it yet, the one that waits longest first.</summary>
    public async Task<IReadOnlyList<WaitingCase>> WaitingAsync(CancellationToken cancel = default)
    {
        var overdue = time.GetUtcNow() - OverdueAfter;
        var all = await OlderThanAsync(MomentsPass, cancel).ConfigureAwait(false);
        return
        [
            .. all.GroupBy(nudge => nudge.Id, nudge => nudge.At)
                .Select(ofCase => (Id: ofCase.Key, Since: ofCase.Min())).OrderBy(one => one.Since)
                .Select(one => new WaitingCase(one.Id, one.Since, one.Since <= overdue)),
        ];
    }

    /// <summary>How much waits, without reading for ever: of a store that was just filled there are tens of thousands.</summary>
    public async Task<WaitingSurvey> SurveyAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var counted = new WaitingCount(now, now - OverdueAfter);
        var filter = TableClient.CreateQueryFilter($"At le {now - MomentsPass}");
        var rows = (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, select: ["PartitionKey", "At"], cancellationToken: cancel);
        await foreach (var row in rows.ConfigureAwait(false))
            if (!counted.TryAdd(new(row.PartitionKey), row.GetDateTimeOffset("At") ?? default)) break;
        return counted.Found;
    }

    private static Nudge Read(TableEntity row) => new(
        new MouId(row.PartitionKey), int.Parse(row.RowKey, CultureInfo.InvariantCulture), row.GetDateTimeOffset("At") ?? default);

    private static string NameOf(int version) => version.ToString("D10", CultureInfo.InvariantCulture);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Nudges, cancel);
}

/// <summary>A case of which something is not carried out.</summary>
/// <param name="Since">When it was decided.</param>
/// <param name="IsOverdue">It is not being looked at just now: it keeps failing, or nobody looks.</param>
public sealed record WaitingCase(MouId Id, DateTimeOffset Since, bool IsOverdue);

/// <summary>That a case was about to get this version.</summary>
internal sealed record Nudge(MouId Id, int Version, DateTimeOffset At);
