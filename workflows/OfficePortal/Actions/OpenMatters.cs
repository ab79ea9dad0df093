using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal.Actions;

/// <summary>What is open in a case, by the words that fields of a form choose among.</summary>
internal static class OpenMatters
{
    public static IEnumerable<EmbassyReview> Embassies(Mou mou) => (mou.Stage as Stage.UnderReview)?.Embassies ?? [];

    /// <summary>Those that wait for the document: they could not read it, or it came back.</summary>
    public static IEnumerable<EmbassyReview> Waiting(Mou mou) =>
        Embassies(mou).Where(embassy => embassy.IsOpen && (embassy.ResendAskedAt is not null || embassy.UndeliveredAt is not null));

    /// <summary>Missions that still owe an answer.</summary>
    public static IReadOnlyList<string> Asked(Mou mou) => [.. Embassies(mou).Where(embassy => embassy.IsOpen).Select(embassy => embassy.Mission.Value)];

    /// <summary>Deadlines that run.</summary>
    public static IReadOnlyList<string> Running(Mou mou) => [.. MouLifecycle.RunningIn(mou.Stage).Select(running => running.Matter.ToString()).Distinct()];

    /// <summary>Whose links are good for something.</summary>
    public static IReadOnlyList<string> Holders(Mou mou) => mou.Stage switch
    {
        Stage.UnderReview => [nameof(LinkHolder.Reviewer)],
        Stage.CentralReview => [nameof(LinkHolder.CentralReviewer)],
        Stage.Signing signing =>
        [
            .. signing.LocalGovernment is SigningSide.Asked ? [nameof(LinkHolder.LocalGovernmentSigner)] : Array.Empty<string>(),
            .. signing.Counterparty is SigningSide.Asked ? [nameof(LinkHolder.CounterpartySigner)] : Array.Empty<string>(),
        ],
        _ => [],
    };
}
