using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The local governments and missions, as the tables have them; this process keeps a copy for a short while.</summary>
public sealed class ReferenceTables(Tables tables, TimeProvider time) : IDisposable
{
    internal RevisionBook<LocalGovernment> Governments { get; } = new(tables, time, Tables.LocalGovernments, row => row.Id.Value);

    internal RevisionBook<Mission> MissionBook { get; } = new(tables, time, Tables.Missions, row => row.Id.Value);

    /// <summary>Former ones too: an agreement of theirs is still shown with the name of then.</summary>
    public async ValueTask<LocalGovernment?> FindLocalGovernmentAsync(LocalGovernmentId id, CancellationToken cancel = default) =>
        (await Governments.ReadAsync(cancel).ConfigureAwait(false)).ByKey.GetValueOrDefault(id.Value)?.Row;

    /// <summary>Whether this can be a party on that day, and if not why not and who can instead.</summary>
    public async ValueTask<PartyStanding> FindLocalGovernmentAsync(LocalGovernmentId id, DateOnly on, CancellationToken cancel = default) =>
        PartyStanding.Of(id, on, await LocalGovernmentsAsync(cancel).ConfigureAwait(false));

    public async ValueTask<IReadOnlyList<LocalGovernment>> LocalGovernmentsAsync(CancellationToken cancel = default) =>
        [.. (await Governments.ReadAsync(cancel).ConfigureAwait(false)).Rows];

    public async ValueTask<Mission?> FindMissionAsync(MissionId id, CancellationToken cancel = default) =>
        (await MissionBook.ReadAsync(cancel).ConfigureAwait(false)).ByKey.GetValueOrDefault(id.Value)?.Row;

    /// <summary>Past this process's copy: where a mail goes must not be a minute old.</summary>
    public async ValueTask<Mission?> FindMissionNowAsync(MissionId id, CancellationToken cancel = default) =>
        (await MissionBook.LoadAsync(cancel).ConfigureAwait(false)).ByKey.GetValueOrDefault(id.Value)?.Row;

    public async ValueTask<IReadOnlyList<Mission>> MissionsAsync(CancellationToken cancel = default) =>
        [.. (await MissionBook.ReadAsync(cancel).ConfigureAwait(false)).Rows];

    /// <summary>Writes into the rows what an earlier call left in the logs. Nothing left: two short questions to storage.</summary>
    internal async Task ApplyAsync(ContactMails? mails, DurableTaskClient? engine, CancellationToken cancel)
    {
        await Governments.ApplyAsync(null, cancel).ConfigureAwait(false);
        await MissionBook.ApplyAsync(mails is null || engine is null ? null : revision => mails.TellAsync(revision, engine, cancel), cancel).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Governments.Dispose();
        MissionBook.Dispose();
    }
}
