using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>What somebody else wrote while the reader was writing.</summary>
/// <param name="Saved">The draft as it stands now; see <see cref="DraftFields.Of"/>.</param>
/// <param name="Version">Its version: the reader's next save replaces this one, knowingly.</param>
/// <param name="Unsaved">The tag of what was typed and not saved; null: it was saved.</param>
/// <param name="By">Who typed it.</param>
public sealed record DraftConflict(DraftForm Saved, int Version, string? Unsaved = null, string? By = null);
