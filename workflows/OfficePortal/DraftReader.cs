using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>What came of reading a <see cref="DraftForm"/>.</summary>
public abstract record DraftReading
{
    private DraftReading() { }

    public sealed record Readable(Particulars Particulars, MouText Text) : DraftReading;

    /// <param name="Problems">At least one, in the order of the form.</param>
    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : DraftReading;
}

/// <summary>A draft as far as it is written.</summary>
/// <param name="Unread">The fields that say nothing yet, or nothing that can be read: what stands for them counts for nothing.</param>
public sealed record DraftSoFar(Particulars Particulars, MouText Text, IReadOnlyList<string> Unread);

/// <summary>Turns what an office sent into particulars and a text, or says what is wrong with each field.</summary>
public sealed class DraftReader(ReferenceTables reference)
{
    /// <summary>For all language versions of a text together, titles and headings included.</summary>
    public const int LongestText = 200_000;

    public async Task<DraftReading> ReadAsync(DraftForm form, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var missions = await reference.MissionsAsync(cancel).ConfigureAwait(false);
        var reading = new DraftFormReading(missions);
        var draft = reading.Read(form);
        return reading.Problems.Count > 0
            ? new DraftReading.Unreadable(reading.Problems)
            : new DraftReading.Readable(draft.Particulars, draft.Text);
    }

    /// <summary>What can be said of a draft that is still being written, whatever is missing in it.</summary>
    public async Task<DraftSoFar> ReadSoFarAsync(DraftForm form, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var reading = new DraftFormReading(await reference.MissionsAsync(cancel).ConfigureAwait(false));
        var (particulars, text) = reading.Read(form);
        return new(particulars, text, [.. reading.Problems.Select(problem => problem.Field)]);
    }
}
