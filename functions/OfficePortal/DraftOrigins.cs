using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The MOU that a new draft comes from.</summary>
/// <param name="Announcement">What the other MOU then records; null where it has ended.</param>
public sealed record DraftOrigin(MouLink Link, MouCommand? Announcement);

/// <summary>Reads where a new draft comes from, and asks before anything is made whether that can be.</summary>
public sealed class DraftOrigins(OfficeCases own, TimeProvider time)
{
    /// <param name="made">The id that the draft will have.</param>
    /// <returns>No origin where none is named; else the origin, or what is wrong.</returns>
    public async Task<(DraftOrigin? Origin, OfficeDeed? Problem)> ReadAsync(Caller caller, OriginForm? form, MouId made, CancellationToken cancellation)
    {
        if (form is null or { Kind: null, Mou: null }) return (null, null);
        if (Wrong(form) is { } wrong) return (null, new OfficeDeed.Unreadable([wrong]));
        var other = await own.FindAsync(caller, form.Mou!.Trim(), cancellation);
        var kind = Enum.Parse<MouLinkKind>(form.Kind!);
        if (kind == MouLinkKind.Predecessor)
            return other.Stage.IsEnd ? (new(new(kind, other.Id), null), null) : (null, new OfficeDeed.Unreadable([new("origin.mou", FieldFault.CannotChange)]));
        MouCommand announcement = kind == MouLinkKind.Varied ? new MouCommand.StartVariation(made) : new MouCommand.StartSubsidiary(made);
        return MouLifecycle.Decide(announcement, caller.ActingForOffice(), other, time.GetUtcNow()) is Decision.Refused refused
            ? (null, new OfficeDeed.Refused(refused.Why, other))
            : (new(new(kind, other.Id), announcement), null);
    }

    private static FieldProblem? Wrong(OriginForm form) =>
        string.IsNullOrWhiteSpace(form.Mou) ? new("origin.mou", FieldFault.Missing)
        : string.IsNullOrWhiteSpace(form.Kind) ? new("origin.kind", FieldFault.Missing)
        : form.Kind is not (nameof(MouLinkKind.Predecessor) or nameof(MouLinkKind.Varied) or nameof(MouLinkKind.Framework)) ? new("origin.kind", FieldFault.Unknown)
        : null;
}
