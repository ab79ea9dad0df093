using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Links;

/// <summary>What came of a decision or a signature that somebody sent by a link.</summary>
public abstract record LinkDeed
{
    private LinkDeed() { }

    /// <summary>It stands in the record: by this request, or by the same one before.</summary>
    /// <param name="NewDevice">After a right code.</param>
    public sealed record Recorded(Link Link, Mou Mou, string? NewDevice) : LinkDeed;

    /// <summary>This link gave another answer before.</summary>
    public sealed record AnsweredOtherwise(Link Link, Mou Mou) : LinkDeed;

    public sealed record Unreadable(Link Link, Mou Mou, IReadOnlyList<FieldProblem> Problems) : LinkDeed;

    /// <summary>Nothing proves yet that the sender reads the link's address.</summary>
    public sealed record CodeNeeded(Link Link, Mou Mou) : LinkDeed;

    public sealed record CodeFailed(Link Link, Mou Mou, CodeCheck Check) : LinkDeed;

    public sealed record Refused(Link Link, Mou Mou, Refusal Why) : LinkDeed;

    /// <summary>The link opens nothing any more.</summary>
    public sealed record Over(Link Link, Mou Mou) : LinkDeed;

    /// <summary>No such link, or one of the other kind: nothing is told.</summary>
    public sealed record Unknown : LinkDeed;
}
