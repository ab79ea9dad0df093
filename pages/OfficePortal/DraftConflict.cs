using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>What somebody else saved while the reader was writing.</summary>
/// <param name="Saved">The draft as it stands now; see <see cref="DraftFields.Of"/>.</param>
/// <param name="Version">Its version: the reader's next save replaces this one, knowingly.</param>
public sealed record DraftConflict(DraftForm Saved, int Version);
