using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Who can sign in: one row by id and one by the address's hash, written together.</summary>
public sealed class PersonRegister(Tables tables)
{
    private const string Partition = "people";

    /// <summary>What an address is called in tables.</summary>
    internal static string NameOf(EmailAddress address) => Secret.HashOf(address.Value.Trim().ToUpperInvariant())[..32];

    internal static string NewId() => Secret.NewName();

    internal async Task<Person?> FindAsync(string id, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Partition, "person-" + id, cancel).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    internal async Task<Person?> FindAsync(EmailAddress address, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Partition, "address-" + NameOf(address), cancel).ConfigureAwait(false);
        return row?.GetString("Id") is { } id ? await FindAsync(id, cancel).ConfigureAwait(false) : null;
    }

    /// <summary>Everyone of an office; with null the association's administrators.</summary>
    internal async Task<IReadOnlyList<Person>> OfOfficeAsync(LocalGovernmentId? office, CancellationToken cancel)
    {
        var people = new List<Person>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {"person-"} and RowKey lt {"person."} and Office eq {office?.Value ?? ""}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            people.Add(Read(row));
        return people;
    }

    /// <summary>Adds a person. One with this address is there: changes nothing.</summary>
    internal async Task AddAsync(Person person, CancellationToken cancel)
    {
        var byId = ChunkedText.Put(new TableEntity(Partition, "person-" + person.Id) { ["Office"] = person.Office?.Value ?? "" }, StoredJson.Of(person));
        var byAddress = new TableEntity(Partition, "address-" + NameOf(person.Address)) { ["Id"] = person.Id };
        try
        {
            await (await OpenAsync(cancel).ConfigureAwait(false)).SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, byAddress), new(TableTransactionActionType.Add, byId)], cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (fault.IsConflict())
        {
            // The address is somebody's already.
        }
    }

    private static Person Read(TableEntity row) => StoredJson.Read<Person>(ChunkedText.Take(row));

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.People, cancel);
}
