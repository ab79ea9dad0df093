using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What an empty store begins with: reference tables, and the sample association or the first administrator.</summary>
public sealed class Beginnings(Tables tables, ReferenceTables reference, PersonRegister people, IOptions<WorkflowsOptions> options)
{
    private const string Marks = "beginnings";
    private const string Loaded = "loaded-" + ReferenceFiles.Edition;

    /// <summary>
    /// Loads what is missing. Again, or on several machines at once: changes nothing. An edition that was loaded is never
    /// loaded again, and a newer one only adds the rows that a store lacks, because people edit them.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var sample = options.Value.SampleAssociation ? SampleAssociation.Contacts : new Dictionary<MissionId, EmailAddress>();
        await Task.WhenAll(
            LoadTableAsync(Tables.LocalGovernments, reference.Governments, ReferenceFiles.LocalGovernments, row => row.Id.Value, cancel),
            LoadTableAsync(Tables.Missions, reference.MissionBook, () => SampleAssociation.WithContacts(ReferenceFiles.Missions(), sample), row => row.Id.Value, cancel),
            AddPeopleAsync(cancel)).ConfigureAwait(false);
    }

    private async Task AddPeopleAsync(CancellationToken cancel)
    {
        if (options.Value.SampleAssociation)
            foreach (var person in SampleAssociation.People) await people.AddAsync(person, cancel).ConfigureAwait(false);
        foreach (var address in options.Value.FirstAdministrators)
            await people.AddAsync(FirstAdministrator(address), cancel).ConfigureAwait(false);
    }

    private static Person FirstAdministrator(EmailAddress address) => new(
        PersonRegister.NewId(), null, "Administrator", "Desk", address, Language.Korean, PersonRole.Administrator);

    private async Task LoadTableAsync<T>(string name, RevisionBook<T> book, Func<IReadOnlyList<T>> read, Func<T, string> idOf, CancellationToken cancel)
        where T : class
    {
        var table = await tables.OpenAsync(name, cancel).ConfigureAwait(false);
        if (await table.FindAsync(Marks, Loaded, cancel).ConfigureAwait(false) is not null) return;
        var rows = read();
        await book.WriteAsync(Author.Program, (now, _) => Draft(now, [.. rows.Where(row => !now.ByKey.ContainsKey(idOf(row)))]), cancel).ConfigureAwait(false);
        await book.ApplyAsync(null, cancel).ConfigureAwait(false);
        // Last: a load that was cut off begins again.
        await table.TryAddAsync(new TableEntity(Marks, Loaded), cancel).ConfigureAwait(false);
    }

    /// <summary>The first revision of a store that is older than its log holds the rows of then too: every row has a version by it.</summary>
    private static Draft<T, bool> Draft<T>(Snapshot<T> now, IReadOnlyList<T> missing) where T : class => missing.Count == 0 && (now.Revision > 0 || now.ByKey.Count == 0)
        ? new(false)
        : new(true, new ReferenceChange.Loaded(ReferenceFiles.Edition), null, now.Revision == 0 ? [.. now.Rows, .. missing] : missing);
}
