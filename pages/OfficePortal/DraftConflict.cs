using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>What somebody else wrote while the reader was writing.</summary>
/// <param name="Saved">The draft as it stands now; see <see cref="DraftFields.Of"/>.</param>
/// <param name="Version">Its version: the reader's next save replaces this one, knowingly.</param>
/// <param name="Unsaved">The tag of what was typed and not saved; null: it was saved.</param>
/// <param name="By">Who typed it.</param>
/// <param name="Merge">What of it was taken into the reader's form; null where nobody knows what both began from.</param>
public sealed record DraftConflict(DraftForm Saved, int Version, string? Unsaved = null, string? By = null, DraftMerge? Merge = null)
{
    /// <summary>Both changed the same field otherwise: somebody has to choose.</summary>
    public bool IsOpen => Merge is null || Merge.Differences.Count > 0;

    /// <summary>What a form holds after this was seen: whatever is saved next replaces the other's draft knowingly.</summary>
    public string Base => DraftBase.Of(Saved).ToString();
}
