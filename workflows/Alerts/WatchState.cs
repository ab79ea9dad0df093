using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>Where the watch stopped, and what it keeps in mind from one run to the next.</summary>
/// <param name="Shard">Of the index: where the next cases are.</param>
/// <param name="Number">The last change of that partition that was looked at.</param>
internal sealed record WatchState(int Shard = 0, long Number = 0)
{
    /// <summary>When the present round through all living cases began, and when the last one ended.</summary>
    public DateTimeOffset? RoundBeganAt { get; init; }

    public DateTimeOffset? RoundEndedAt { get; init; }

    /// <summary>Parts that were unwell at the last run: a moment's trouble is no alert.</summary>
    public IReadOnlyList<string> Unwell { get; init; } = [];

    /// <summary>When administrators were last told of each sort of thing.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Told { get; init; } = new Dictionary<string, DateTimeOffset>();

    public static async Task<WatchState> ReadAsync(Tables tables, CancellationToken cancel) =>
        await (await tables.OpenAsync(Tables.Alerts, cancel).ConfigureAwait(false)).FindAsync(AlertRows.Partition, AlertRows.State, cancel).ConfigureAwait(false) is { } row
            ? StoredJson.Read<WatchState>(ChunkedText.Take(row)) : new();

    /// <summary>Two runs at once: the last one counts. Whatever is looked at twice is harmless.</summary>
    public async Task WriteAsync(Tables tables, CancellationToken cancel) =>
        await (await tables.OpenAsync(Tables.Alerts, cancel).ConfigureAwait(false)).UpsertEntityAsync(
            ChunkedText.Put(new TableEntity(AlertRows.Partition, AlertRows.State), StoredJson.Of(this)), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
}
