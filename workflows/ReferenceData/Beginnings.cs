using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What an empty store begins with: reference tables, and the sample association or the first administrator.</summary>
public sealed class Beginnings(Tables tables, ReferenceTables reference, PersonRegister people, IOptions<WorkflowsOptions> options)
{
    private const string Marks = "beginnings";
    private const string Loaded = "loaded";
    private const int RowsOfOneTransaction = 100;

    /// <summary>
    /// Loads what is missing. Again, or on several machines at once: changes nothing. A table that was loaded is never
    /// loaded again, because people edit it.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var sample = options.Value.SampleAssociation ? SampleAssociation.Contacts : new Dictionary<MissionId, EmailAddress>();
        await Task.WhenAll(
            LoadTableAsync(Tables.LocalGovernments, ReferenceFiles.LocalGovernments, row => row.Id.Value, cancel),
            LoadTableAsync(Tables.Missions, () => SampleAssociation.WithContacts(ReferenceFiles.Missions(), sample), row => row.Id.Value, cancel),
            AddPeopleAsync(cancel)).ConfigureAwait(false);
        reference.Forget();
    }

    private async Task AddPeopleAsync(CancellationToken cancel)
    {
        if (options.Value.SampleAssociation)
            foreach (var person in SampleAssociation.People) await people.AddAsync(person, cancel).ConfigureAwait(false);
        if (options.Value.FirstAdministrator is { } address)
            await people.AddAsync(FirstAdministrator(new EmailAddress(address.Trim())), cancel).ConfigureAwait(false);
    }

    private static Person FirstAdministrator(EmailAddress address) => new(
        PersonRegister.NewId(), null, "Administrator", "Desk", address, Language.Korean, PersonRole.Administrator);

    private async Task LoadTableAsync<T>(string name, Func<IReadOnlyList<T>> read, Func<T, string> idOf, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(name, cancel).ConfigureAwait(false);
        if (await table.FindAsync(Marks, Loaded, cancel).ConfigureAwait(false) is not null) return;
        foreach (var rows in read().Chunk(RowsOfOneTransaction))
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    ChunkedText.Put(new TableEntity(TableCopy<string, T>.Partition, idOf(row)), StoredJson.Of(row)))), cancel).ConfigureAwait(false);
        // Last: a load that was cut off begins again.
        await table.TryAddAsync(new TableEntity(Marks, Loaded), cancel).ConfigureAwait(false);
    }
}
