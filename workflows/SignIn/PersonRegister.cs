using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>
/// Who can sign in: one row by id and one by the address's hash, written together. Whose access ended, or is only proposed, is
/// nobody here; <see cref="PeopleBook"/> knows them.
/// </summary>
public sealed class PersonRegister(Tables tables)
{
    internal const string Partition = "people";

    /// <summary>What the register knows of somebody beside who they are. Rows of before it have none.</summary>
    private const string Standing = "Standing";

    /// <summary>What an address is called in tables.</summary>
    internal static string NameOf(EmailAddress address) => Secret.HashOf(address.Value.Trim().ToUpperInvariant())[..32];

    internal static string NewId() => Secret.NewName();

    internal async Task<Person?> FindAsync(string id, CancellationToken cancel) =>
        await FindActiveAsync(id, cancel).ConfigureAwait(false) is { } standing ? standing.Person : null;

    internal async Task<PersonStanding?> FindActiveAsync(string id, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Partition, "person-" + id, cancel).ConfigureAwait(false);
        return row is not null && Read(row) is { IsActive: true } active ? active : null;
    }

    /// <summary>An address that was changed is its former owner's no more, whatever its row says.</summary>
    internal async Task<Person?> FindAsync(EmailAddress address, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Partition, "address-" + NameOf(address), cancel).ConfigureAwait(false);
        var person = row?.GetString("Id") is { } id ? await FindAsync(id, cancel).ConfigureAwait(false) : null;
        return person is not null && NameOf(person.Address) == NameOf(address) ? person : null;
    }

    /// <summary>Everyone of an office; with null the association's people.</summary>
    internal async Task<IReadOnlyList<Person>> OfOfficeAsync(LocalGovernmentId? office, CancellationToken cancel)
    {
        var people = new List<Person>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {"person-"} and RowKey lt {"person."} and Office eq {office?.Value ?? ""}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            if (Read(row) is { IsActive: true } standing) people.Add(standing.Person);
        return people;
    }

    /// <summary>Adds a person that the program begins with. One with this address is there, or was: changes nothing.</summary>
    internal async Task AddAsync(Person person, CancellationToken cancel)
    {
        try
        {
            await (await OpenAsync(cancel).ConfigureAwait(false)).SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, RowOf(person)), new(TableTransactionActionType.Add, Write(new(person, 1)))], cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (fault.IsConflict())
        {
            // The address is somebody's already, or was.
        }
    }

    internal static TableEntity RowOf(Person person) => new(Partition, "address-" + NameOf(person.Address)) { ["Id"] = person.Id };

    internal static TableEntity Write(PersonStanding standing) => ChunkedText.Put(
        new TableEntity(Partition, "person-" + standing.Person.Id)
        {
            ["Office"] = standing.Person.Office?.Value ?? "",
            [Standing] = StoredJson.Of(new KnownOfPerson(standing.Version, standing.State, standing.Waiting, standing.SessionsFrom, standing.EndedAt)),
        },
        StoredJson.Of(standing.Person));

    internal static PersonStanding Read(TableEntity row)
    {
        var known = row.GetString(Standing) is { } json ? StoredJson.Read<KnownOfPerson>(json) : new(1, PersonState.Active, null, null, null);
        return new(StoredJson.Read<Person>(ChunkedText.Take(row)), known.Version)
        {
            State = known.State,
            Waiting = known.Waiting,
            SessionsFrom = known.SessionsFrom,
            EndedAt = known.EndedAt,
        };
    }

    private sealed record KnownOfPerson(int Version, PersonState State, PersonProposal? Waiting, DateTimeOffset? SessionsFrom, DateTimeOffset? EndedAt);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.People, cancel);
}
