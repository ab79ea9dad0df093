using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.OfficePortal.Import;

/// <summary>One line of a file, as a draft.</summary>
/// <param name="Line">As an editor counts; 1 is the line of the columns' names.</param>
/// <param name="Tag">Names what the line says: the same line in another file, or saved by another program, has the same.</param>
public sealed record DraftLine(int Line, DraftForm Form, string Tag);

/// <summary>A draft that a line made, or would make.</summary>
/// <param name="IsNew">False: a line that says the same made it before.</param>
public sealed record ImportedDraft(int Line, MouId Id, bool IsNew, DraftForm Form);

/// <summary>What came of a file of drafts.</summary>
public abstract record DraftImportResult
{
    private DraftImportResult() { }

    /// <summary>Nothing of it was made.</summary>
    public sealed record Refused(IReadOnlyList<SheetProblem> Problems) : DraftImportResult;

    /// <param name="IsWritten">False: it was only looked at.</param>
    public sealed record Read(IReadOnlyList<ImportedDraft> Drafts, bool IsWritten) : DraftImportResult;
}
