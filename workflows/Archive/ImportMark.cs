using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>
/// A store's own note that an import began on it, and whether it ended. It is written before anything else and says
/// "ended" after everything else: while it says "began", nothing in the store is to be believed.
/// </summary>
internal sealed class ImportMark(Tables tables, TableServiceClient service, TimeProvider time)
{
    private const string Key = "import";
    private const string Began = "Began";
    private const string Ended = "Ended";

    /// <summary>Makes no table: a store that was never imported into stays as it is.</summary>
    public async Task<bool> IsUnfinishedAsync(CancellationToken cancel)
    {
        try
        {
            return await service.GetTableClient(Tables.Imports).FindAsync(Key, Key, cancel).ConfigureAwait(false) is { } row && row.GetString("State") == Began;
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            return false;
        }
    }

    /// <summary>Takes the store. Another import that had it will find out, and stop.</summary>
    public async Task<TableEntity> BeginAsync(string archive, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(Tables.Imports, cancel).ConfigureAwait(false);
        var mine = Secret.NewName();
        await table.UpsertEntityAsync(Row(archive, mine), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        var row = await table.FindAsync(Key, Key, cancel).ConfigureAwait(false);
        return row?.GetString("Try") == mine ? row : throw ArchiveException.TakenOver();
    }

    /// <exception cref="ArchiveException">Another import began after this one.</exception>
    public async Task EndAsync(TableEntity mine, CancellationToken cancel)
    {
        mine["State"] = Ended;
        mine["EndedAt"] = time.GetUtcNow();
        var table = await tables.OpenAsync(Tables.Imports, cancel).ConfigureAwait(false);
        if (!await table.TryReplaceAsync(mine, cancel).ConfigureAwait(false)) throw ArchiveException.TakenOver();
    }

    private TableEntity Row(string archive, string mine) => new(Key, Key)
    {
        ["State"] = Began,
        ["Try"] = mine,
        ["Archive"] = archive,
        ["BeganAt"] = time.GetUtcNow(),
    };
}
