using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>A search that somebody of the association saved under a name.</summary>
/// <param name="Query">What stands behind the question mark of its address.</param>
public sealed record SavedView(string Id, string Name, string Query, bool IsShared, string By, DateTimeOffset At);

/// <summary>Everybody's own views, and those for all of the association.</summary>
public sealed class SavedViews(Tables tables, TimeProvider time)
{
    /// <summary>Nobody reads more than that.</summary>
    public const int MostOfOne = 100;

    private const string Shared = "shared";

    /// <summary>Those for everybody first, each by name.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(Person reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return [.. await InAsync(Shared, cancel).ConfigureAwait(false), .. await InAsync(PartitionOf(reader), cancel).ConfigureAwait(false)];
    }

    /// <summary>Saves a view; one of that name that is there already is replaced. Done again: the same.</summary>
    /// <returns>Null: there are as many as there can be.</returns>
    public async Task<SavedView?> SaveAsync(Person by, string name, string query, bool isShared, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(name);
        var partition = isShared ? Shared : PartitionOf(by);
        var id = (isShared ? "s" : "o") + Secret.HashOf(name.Trim().ToUpperInvariant())[..23];
        var there = await InAsync(partition, cancel).ConfigureAwait(false);
        if (there.Count >= MostOfOne && there.All(one => one.Id != id)) return null;
        var view = new SavedView(id, name.Trim(), query, isShared, by.Id, time.GetUtcNow());
        await (await OpenAsync(cancel).ConfigureAwait(false)).UpsertEntityAsync(
            ChunkedText.Put(new TableEntity(partition, id), StoredJson.Of(view)), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        return view;
    }

    /// <param name="alsoShared">The reader may take everybody's away.</param>
    /// <returns>False: the reader has none of that id.</returns>
    public async Task<bool> RemoveAsync(Person reader, string id, bool alsoShared, CancellationToken cancel = default)
    {
        if ((await OfAsync(reader, cancel).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id && (alsoShared || !one.IsShared)) is not { } view) return false;
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(view.IsShared ? Shared : PartitionOf(reader), view.Id, cancel).ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<SavedView>> InAsync(string partition, CancellationToken cancel)
    {
        var views = new List<SavedView>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            views.Add(StoredJson.Read<SavedView>(ChunkedText.Take(row)));
        return [.. views.OrderBy(view => view.Name, StringComparer.Ordinal)];
    }

    private static string PartitionOf(Person person) => "person-" + person.Id;

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.SavedViews, cancel);
}
