using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>One version of the association's settings, as it is kept for good.</summary>
public sealed record StoredSettings(AssociationSettings Settings, Author By, DateTimeOffset At, string Reason);

/// <summary>What came of changing the settings.</summary>
public abstract record SettingsResult
{
    private SettingsResult() { }

    public sealed record Done(AssociationSettings Settings) : SettingsResult;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : SettingsResult;

    /// <summary>Somebody else made the next version first.</summary>
    public sealed record Stale(AssociationSettings Current) : SettingsResult;
}

/// <summary>
/// The association's settings, version by version: rows are added and never changed. A case takes the newest with its first
/// event and keeps it; one that began before there were any goes straight to the embassy.
/// </summary>
public sealed class SettingsRegister(Tables tables, ReferenceTables reference, TimeProvider time)
{
    private const string Partition = "settings";

    /// <summary>The newest; null while nobody has set any.</summary>
    public async Task<AssociationSettings?> FindCurrentAsync(CancellationToken cancel = default) =>
        (await HistoryAsync(cancel).ConfigureAwait(false)) is [var newest, ..] ? newest.Settings : null;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<StoredSettings>> HistoryAsync(CancellationToken cancel = default)
    {
        var versions = new List<StoredSettings>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            versions.Add(StoredJson.Read<StoredSettings>(ChunkedText.Take(row)));
        versions.Reverse();
        return versions;
    }

    /// <summary>Makes the next version. What stands there already: changes nothing.</summary>
    /// <param name="expectedVersion">What the author read, 0 for none; null: whichever is there.</param>
    public async Task<SettingsResult> ReplaceAsync(SettingsForm form, int? expectedVersion, Author by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var problems = SettingsReading.ProblemsOf(form, await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false));
        if (problems.Count > 0) return new SettingsResult.Unreadable(problems);
        while (true)
        {
            var current = await FindCurrentAsync(cancel).ConfigureAwait(false) ?? AssociationSettings.StepsOff;
            var next = new AssociationSettings(current.Version + 1, form.Kinds!, form.CouncilRules ?? []);
            if (StoredJson.Of(next with { Version = current.Version }) == StoredJson.Of(current)) return new SettingsResult.Done(current);
            if (expectedVersion is { } expected && expected != current.Version) return new SettingsResult.Stale(current);
            if (await TryAddAsync(new(next, by, time.GetUtcNow(), form.Reason!.Trim()), cancel).ConfigureAwait(false)) return new SettingsResult.Done(next);
        }
    }

    private async Task<bool> TryAddAsync(StoredSettings stored, CancellationToken cancel)
    {
        var row = ChunkedText.Put(new TableEntity(Partition, stored.Settings.Version.ToString("D8", CultureInfo.InvariantCulture)), StoredJson.Of(stored));
        return await (await OpenAsync(cancel).ConfigureAwait(false)).TryAddAsync(row, cancel).ConfigureAwait(false);
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.AssociationSettings, cancel);
}
