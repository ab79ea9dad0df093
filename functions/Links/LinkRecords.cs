using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Links;

/// <summary>What stands in the record of the answer that a link gave.</summary>
public static class LinkRecords
{
    /// <summary>How this link's round ended, where its embassy ended it.</summary>
    public static (Round Round, RoundOutcome Outcome)? Decision(this Link link, Mou mou) =>
        link.Holder == LinkHolder.Reviewer && mou.RoundNumbered(link.Round) is { Outcome: { } outcome } round
            && outcome.Choice != ReviewChoice.WithdrawnByOffice ? (round, outcome) : null;

    /// <summary>The signature of this link's holder. A signer who was replaced has none.</summary>
    public static Signature? Signature(this Link link, Mou mou) => mou.Stage switch
    {
        Stage.Signing signing when SideOf(link) is { } side && signing.On(side) is SigningSide.Signed signed && signed.Signer.Address == link.Address => signed.Signature,
        Stage.InEffect done when SideOf(link) is { } side => side == Side.LocalGovernment ? done.LocalGovernment : done.Counterparty,
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
        $"link:{link.Mou.Value}:{link.Holder}:{link.Round}:{link.Address.Value.ToLowerInvariant()}";
}
