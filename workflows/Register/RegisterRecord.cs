using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>An entry that has no number of its own yet: the record that it stands in gives it one.</summary>
/// <param name="About">The tie that it is a further entry of; null: a new one.</param>
internal sealed record EntryDraft(RegisterNumber? About, RegisterCause Cause, int? Event, DateTimeOffset On, RegisteredTie Tie);

/// <summary>
/// One record of the register's log: entries that were written together. New ties are numbered in their order, from
/// <paramref name="First"/> on; since two writers cannot both write the next record, no number is lost or given twice.
/// </summary>
/// <param name="Sequence">Dense, from 1.</param>
/// <param name="First">The number of the first new tie; null where there is none.</param>
/// <param name="Entries">Null where they are too long for a row: then they stand in the blob.</param>
/// <param name="Blob">The SHA-256 of the entries, and their name.</param>
/// <param name="File">The file that they came from; null for what cases brought about, and where it was not noted yet.</param>
/// <param name="By">Who imported them; null for what cases brought about.</param>
internal sealed record RegisterRecord(
    int Sequence, DateTimeOffset At, RegisterNumber? First, IReadOnlyList<EntryDraft>? Entries, string? Blob, Author? By, string? Reason, ImportedFile? File = null)
{
    /// <summary>The entries with their numbers.</summary>
    /// <param name="placeOf">How many entries a number has already.</param>
    public IEnumerable<RegisterEntry> Numbered(Func<RegisterNumber, int> placeOf)
    {
        var next = First;
        foreach (var draft in Entries ?? [])
        {
            var number = draft.About ?? next ?? throw new InvalidOperationException($"Record {Sequence} of the register numbers nothing.");
            if (draft.About is null) next = RegisterNumber.Of(number.Year, number.Place + 1);
            yield return new(number, placeOf(number) + 1, draft.Cause, draft.Event, draft.On, At, draft.Tie);
        }
    }
}
