using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>What a link is good for, as a pure function of the case.</summary>
internal static class LinkRules
{
    /// <summary>Whether its holder is still asked: this round, this stage, this person.</summary>
    public static bool IsOpen(Link link, Mou mou) => (link.Holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => review.Round == link.Round
            && (link.Mission is { } mission ? review.Of(mission) : review.Lead) is { IsOpen: true } embassy && embassy.Reviewer.Address == link.Address,
        (LinkHolder.CentralReviewer, Stage.CentralReview review) => review.Round == link.Round && review.Desk.Address == link.Address,
        (LinkHolder.LocalGovernmentSigner, Stage.Signing signing) => signing.Round == link.Round && IsAsked(link, signing.LocalGovernment),
        (LinkHolder.CounterpartySigner, Stage.Signing signing) => signing.Round == link.Round && IsAsked(link, signing.Counterparty),
        _ => false,
    };

    /// <summary>Whoever has signed is asked no more: their link shows what they signed.</summary>
    private static bool IsAsked(Link link, SigningSide side) => side is SigningSide.Asked asked && asked.Signer.Address == link.Address;

    /// <summary>The link's name in tables and instance ids: gives nobody's address away.</summary>
    public static string NameOf(Link link) =>
        Secret.HashOf($"{link.Mou.Value}|{link.Holder}|{link.Round}|{link.Address.Value.ToUpperInvariant()}{(link.Mission is { } mission ? "|" + mission.Value : "")}")[..32];
}
