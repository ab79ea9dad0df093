using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.People;

/// <summary>Everybody, as read at once.</summary>
/// <param name="LastNumber">Of the record's newest entry.</param>
internal sealed record PeopleNow(IReadOnlyDictionary<string, PersonStanding> ById, int LastNumber)
{
    /// <summary>Who signs in with this address, or is to.</summary>
    public PersonStanding? At(EmailAddress address) => ById.Values.FirstOrDefault(one => one.State != PersonState.Ended && one.Person.Address == address);
}

/// <summary>What is to be written, and what to answer once it is. Without a change nothing is written.</summary>
/// <param name="Row">The person as they are to be; without one the person goes.</param>
internal sealed record PeopleDraft(PeopleResult Answer, PersonChange? What = null, PersonStanding? Row = null);

/// <summary>
/// The people and the record of what was done about them. A change and its entry are one transaction, under the number of the
/// entry: of two administrators who change something at once the second decides again on what the first left.
/// </summary>
public sealed class PeopleBook(Tables tables)
{
    private const string Partition = PersonRegister.Partition;
    private const string PersonPrefix = "person-", AddressPrefix = "address-", ChangePrefix = "~change-", PastChanges = "~change.";
    private const string Pointer = "last-change", Number = "Number", PersonOf = "Person";
    private const int HighestNumber = 99_999_999;

    /// <summary>Everybody, those whose access ended too.</summary>
    public async Task<IReadOnlyList<PersonStanding>> AllAsync(CancellationToken cancel = default) =>
        [.. (await ReadAsync(await OpenAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false)).People.Values.Select(PersonRegister.Read)];

    public async Task<PersonStanding?> FindAsync(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!IsId(id)) return null;
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Partition, PersonPrefix + id, cancel).ConfigureAwait(false);
        return row is null ? null : PersonRegister.Read(row);
    }

    /// <summary>The record, newest first.</summary>
    /// <param name="personId">Of one person; null: of all.</param>
    /// <param name="before">Only older ones than this number; null: from the newest.</param>
    public async Task<IReadOnlyList<PersonChange>> ChangesAsync(string? personId, int most, int? before = null, CancellationToken cancel = default)
    {
        var from = before is { } number ? KeyOf(number) : ChangePrefix;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {from} and RowKey lt {PastChanges}");
        if (personId is not null) filter += " and " + TableClient.CreateQueryFilter($"Person eq {personId}");
        var changes = new List<PersonChange>();
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            changes.Add(StoredJson.Read<PersonChange>(ChunkedText.Take(row)));
            if (changes.Count == most) break;
        }

        return changes;
    }

    /// <summary>Decides on the newest state and writes; decides again where somebody else wrote first.</summary>
    internal async Task<PeopleResult> WriteAsync(Func<PeopleNow, PeopleDraft> decide, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var rows = await ReadAsync(table, cancel).ConfigureAwait(false);
            var draft = decide(new(rows.People.Values.Select(PersonRegister.Read).ToDictionary(one => one.Person.Id, StringComparer.Ordinal), rows.Last));
            if (draft.What is null || await TryWriteAsync(table, rows, draft, cancel).ConfigureAwait(false)) return draft.Answer;
        }
    }

    private sealed record Rows(TableEntity? Pointer, Dictionary<string, TableEntity> People, Dictionary<string, TableEntity> Addresses)
    {
        public int Last => Pointer?.GetInt32(Number) ?? 0;
    }

    /// <summary>The pointer first: whatever changes while the rest is read has another pointer, and is decided on again.</summary>
    private static async Task<Rows> ReadAsync(TableClient table, CancellationToken cancel)
    {
        var rows = new Rows(await table.FindAsync(Partition, Pointer, cancel).ConfigureAwait(false), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {AddressPrefix} and RowKey lt {"person."}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            if (row.RowKey.StartsWith(PersonPrefix, StringComparison.Ordinal)) rows.People[row.RowKey[PersonPrefix.Length..]] = row;
            else if (row.RowKey.StartsWith(AddressPrefix, StringComparison.Ordinal)) rows.Addresses[row.RowKey] = row;
        return rows;
    }

    private static async Task<bool> TryWriteAsync(TableClient table, Rows rows, PeopleDraft draft, CancellationToken cancel)
    {
        var (what, row) = (draft.What!, draft.Row);
        List<TableTransactionAction> actions =
        [
            Write(new TableEntity(Partition, Pointer) { [Number] = what.Number }, rows.Pointer),
            Write(ChunkedText.Put(new TableEntity(Partition, KeyOf(what.Number)) { [PersonOf] = what.PersonId }, StoredJson.Of(what)), null),
            .. PersonActions(rows, what.PersonId, row),
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }

    /// <summary>
    /// The row of an address stays when it is nobody's any more: the setting that makes the first administrators finds it, and
    /// makes nobody anew whose access was ended here.
    /// </summary>
    private static IEnumerable<TableTransactionAction> PersonActions(Rows rows, string id, PersonStanding? row)
    {
        if (row is null)
        {
            yield return new(TableTransactionActionType.Delete, rows.People[id], rows.People[id].ETag);
            yield break;
        }

        yield return Write(PersonRegister.Write(row), rows.People.GetValueOrDefault(id));
        if (row.State == PersonState.Ended) yield break;
        var address = PersonRegister.RowOf(row.Person);
        if (rows.Addresses.GetValueOrDefault(address.RowKey)?.GetString("Id") != id) yield return Write(address, rows.Addresses.GetValueOrDefault(address.RowKey));
    }

    private static TableTransactionAction Write(TableEntity row, TableEntity? before) => before is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, before.ETag);

    /// <summary>Newest first is the order of the keys.</summary>
    private static string KeyOf(int number) => ChangePrefix + (HighestNumber - number).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Anything else need not be looked up, and must not become a key.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.People, cancel);
}
