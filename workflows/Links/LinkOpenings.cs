using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>
/// Who was at a case's links, programs and people apart. It stands beside the case and not in it: being read is nothing that
/// anybody did, and no opening changes what an MOU is. One row a link and kind, with no address, browser or network of anyone.
/// </summary>
public sealed class LinkOpenings(Tables tables, TimeProvider time)
{
    /// <summary>A program that opens a link a hundred times in a minute is noted once.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Where so many others write the same row, it says already what is to be said.</summary>
    private const int Tries = 3;

    public async Task NoteAsync(Link link, OpeningKind kind, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        for (var left = Tries; left > 0; left--)
        {
            var before = await table.FindAsync(link.Mou.Value, NameOf(link, kind), cancel).ConfigureAwait(false);
            var now = time.GetUtcNow();
            if (before is not null && (now - Read(before).Last).Duration() < NotedEvery) return;
            if (await table.TryWriteAsync(After(link, kind, before, now), before, cancel).ConfigureAwait(false)) return;
        }
    }

    /// <summary>By what was opened first.</summary>
    public async Task<IReadOnlyList<LinkOpening>> OfCaseAsync(MouId id, CancellationToken cancel = default)
    {
        var openings = new List<LinkOpening>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            openings.Add(Read(row));
        return [.. openings.OrderBy(opening => opening.First).ThenBy(opening => opening.Holder).ThenBy(opening => opening.Kind)];
    }

    internal static string NameOf(Link link, OpeningKind kind) => $"{LinkRules.NameOf(link)}-{kind}";

    internal static TableEntity After(Link link, OpeningKind kind, TableEntity? before, DateTimeOffset now)
    {
        var row = new TableEntity(link.Mou.Value, NameOf(link, kind))
        {
            ["Holder"] = link.Holder.ToString(),
            ["Round"] = link.Round,
            ["Kind"] = kind.ToString(),
            ["FirstAt"] = before?.GetDateTimeOffset("FirstAt") ?? now,
            ["LastAt"] = now,
            ["Times"] = (before?.GetInt32("Times") ?? 0) + 1,
        };
        if (link.Mission is { } mission) row["Mission"] = mission.Value;
        return row;
    }

    internal static LinkOpening Read(TableEntity row) => new(
        Enum.Parse<LinkHolder>(row.GetString("Holder")!), row.GetString("Mission") is { } mission ? new MissionId(mission) : null, row.GetInt32("Round") ?? 0,
        Enum.Parse<OpeningKind>(row.GetString("Kind")!), row.GetDateTimeOffset("FirstAt") ?? default, row.GetDateTimeOffset("LastAt") ?? default,
        row.GetInt32("Times") ?? 1);

    internal ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.LinkOpenings, cancel);
}
