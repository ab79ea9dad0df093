using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>
/// One person's way into one round of one MOU. Several tokens lead to it: the first mail's, each reminder's, each
/// reissued link's; codes and devices belong to the link and not to a token.
/// </summary>
/// <param name="Mission">Of an embassy that reviews beside the leading one; null for everybody else.</param>
public sealed record Link(MouId Mou, LinkHolder Holder, int Round, EmailAddress Address, Language Language, MissionId? Mission = null)
{
    /// <summary>The mission whose answer this link gives; null where it is no embassy's.</summary>
    public MissionId? MissionIn(Mou mou) => Holder == LinkHolder.Reviewer ? Mission ?? mou.Particulars.Mission : null;
}

/// <summary>What is behind a token.</summary>
public abstract record OpenedLink
{
    private OpenedLink() { }

    /// <summary>When the mail with this token was written.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    public sealed record Open(Link Link, Mou Mou) : OpenedLink;

    /// <summary>The round ended, the signer was replaced, or the stage was left: shows what became of the matter.</summary>
    public sealed record Over(Link Link, Mou Mou) : OpenedLink;

    public sealed record Unknown : OpenedLink;
}
