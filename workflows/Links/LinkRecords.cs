using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>What stands in the record of the answer that a link gave.</summary>
public static class LinkRecords
{
    /// <summary>What this link's embassy answered in the link's round, also where others are still waited for; null where it did not.</summary>
    public static (Round Round, RoundOutcome Outcome)? Decision(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(mou);
        return link.MissionIn(mou) is { } mission && mou.RoundNumbered(link.Round) is { } round && AnswerOf(mission, round, mou) is { } outcome
            && outcome.Choice != ReviewChoice.WithdrawnByOffice ? (round, outcome) : null;
    }

    /// <summary>The embassies that were asked in a round, as they stand or stood at its end.</summary>
    public static IReadOnlyList<EmbassyReview> EmbassiesOf(this Mou mou, int round)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return mou.Stage.Live is Stage.UnderReview review && review.Round == round ? review.Embassies : mou.RoundNumbered(round)?.Embassies ?? [];
    }

    /// <summary>The part of this link's embassy in the link's round; null where it is no embassy's link.</summary>
    public static EmbassyReview? Embassy(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.MissionIn(mou) is { } mission ? mou.EmbassiesOf(link.Round).FirstOrDefault(embassy => embassy.Mission == mission) : null;
    }

    /// <summary>A colleague at another address took this link's review over.</summary>
    public static bool WasHandedOver(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Embassy(mou) is { Reviewer: { Name: not null } now } && now.Address != link.Address;
    }

    /// <summary>What the central review came to on the text that this link asked about; null where nothing did, or the text is another by now.</summary>
    public static CentralOutcome? CentralOutcome(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(mou);
        return link.Holder == LinkHolder.CentralReviewer && mou.Rounds.Count <= link.Round ? mou.Clearance?.Central : null;
    }

    private static RoundOutcome? AnswerOf(MissionId mission, Round round, Mou mou)
    {
        if (round.Outcome is { } ended && (ended.Mission ?? mou.Particulars.Mission) == mission) return ended;
        return mou.EmbassiesOf(round.Number).FirstOrDefault(embassy => embassy.Mission == mission)?.Standing switch
        {
            EmbassyStanding.Accepted given => new(ReviewChoice.Accepted, given.OfficerName, null, true, given.At, mission),
            EmbassyStanding.Declined given => new(ReviewChoice.Declined, given.OfficerName, given.Reason, given.ReasonIsPublic, given.At, mission),
            _ => null,
        };
    }

    /// <summary>The signature of this link's holder. A signer who was replaced has none.</summary>
    public static Signature? Signature(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(mou);
        return mou.Stage switch
        {
            Stage.Signing signing when SideOf(link) is { } side && signing.On(side) is SigningSide.Signed signed && signed.Signer.Address == link.Address => signed.Signature,
            { Given: { } given } when SideOf(link) is { } side => given.On(side),
            _ => null,
        };
    }

    /// <summary>This link gave its answer, and nothing took that answer's place since: its page shows what was recorded, or the copies that its holder keeps.</summary>
    public static bool ShowsItsAnswer(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(mou);
        return link.Signature(mou) is not null || (link.Decision(mou) is not null && mou.Rounds.Count == link.Round)
            || link.CentralOutcome(mou) is { Answer: not CentralAnswer.Lapsed } || link.KeepsCopies(mou);
    }

    /// <summary>The ministry that reviewed has copies of what was signed, once the office reported it: both originals and their scans.</summary>
    public static bool KeepsCopies(this Link link, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(mou);
        return link.Holder == LinkHolder.CentralReviewer && mou.ReportedOn is not null && mou.Rounds.Count == link.Round
            && mou.Rounds is [.., { Central: { } desk }] && desk.Address == link.Address;
    }

    public static Side? SideOf(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Holder switch
        {
            LinkHolder.LocalGovernmentSigner => Side.LocalGovernment,
            LinkHolder.CounterpartySigner => Side.Counterparty,
            _ => null,
        };
    }

    /// <summary>Whose Idempotency-Keys a link's are: several tokens lead to one link.</summary>
    public static string Principal(this Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return $"link:{link.Mou.Value}:{link.Holder}:{link.Round}:{link.Address.Value.ToLowerInvariant()}{(link.Mission is { } mission ? ":" + mission.Value : "")}";
    }
}
