using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Links;

/// <summary>What stands in the record of the answer that a link gave.</summary>
public static class LinkRecords
{
    /// <summary>How this link's round ended, where its embassy ended it.</summary>
    public static (Round Round, RoundOutcome Outcome)? Decision(this Link link, Mou mou) =>
        link.MissionIn(mou) is { } mission && mou.RoundNumbered(link.Round) is { } round && AnswerOf(mission, round, mou) is { } outcome
            && outcome.Choice != ReviewChoice.WithdrawnByOffice ? (round, outcome) : null;

    /// <summary>An embassy's own answer, also where others are still waited for; else what ended the round.</summary>
    private static RoundOutcome? AnswerOf(MissionId mission, Round round, Mou mou)
    {
        if (round.Outcome is { } ended && (ended.Mission ?? mou.Particulars.Mission) == mission) return ended;
        var embassies = mou.Stage.Live is Stage.UnderReview review && review.Round == round.Number ? review.Embassies : round.Embassies;
        return embassies.FirstOrDefault(embassy => embassy.Mission == mission)?.Standing switch
        {
            EmbassyStanding.Accepted given => new(ReviewChoice.Accepted, given.OfficerName, null, true, given.At, mission),
            EmbassyStanding.Declined given => new(ReviewChoice.Declined, given.OfficerName, given.Reason, given.ReasonIsPublic, given.At, mission),
            _ => null,
        };
    }

    /// <summary>The signature of this link's holder. A signer who was replaced has none.</summary>
    public static Signature? Signature(this Link link, Mou mou) => mou.Stage switch
    {
        Stage.Signing signing when SideOf(link) is { } side && signing.On(side) is SigningSide.Signed signed && signed.Signer.Address == link.Address => signed.Signature,
        { Given: { } given } when SideOf(link) is { } side => given.On(side),
        _ => null,
    };

    /// <summary>This link gave its answer, and nothing took that answer's place since: its page shows what was recorded.</summary>
    public static bool ShowsItsAnswer(this Link link, Mou mou) =>
        link.Signature(mou) is not null || (link.Decision(mou) is not null && mou.Rounds.Count == link.Round);

    public static Side? SideOf(Link link) => link.Holder switch
    {
        LinkHolder.LocalGovernmentSigner => Side.LocalGovernment,
        LinkHolder.CounterpartySigner => Side.Counterparty,
        _ => null,
    };

    /// <summary>Whose Idempotency-Keys a link's are: several tokens lead to one link.</summary>
    public static string Principal(this Link link) =>
        $"link:{link.Mou.Value}:{link.Holder}:{link.Round}:{link.Address.Value.ToLowerInvariant()}{(link.Mission is { } mission ? ":" + mission.Value : "")}";
}
