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

/// <summary>Turns what an office sent into particulars and a text, or says what is wrong with each field.</summary>
public sealed class DraftReader(ReferenceTables reference)
{
    private readonly ReferenceTables _reference = reference;

    public Task<DraftReading> ReadAsync(DraftForm form, CancellationToken cancel = default) => throw new NotImplementedException(_reference.ToString());
}
