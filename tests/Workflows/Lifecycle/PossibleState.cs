using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>What holds of every case, whatever happened to it.</summary>
internal static class PossibleState
{
    public static void Check(Mou mou, string where)
    {
        var stage = mou.Stage.Live;
        if (stage is Stage.NotBegun) return;
        Holds(mou.Rounds.Select(round => round.Number).SequenceEqual(Enumerable.Range(1, mou.Rounds.Count)), "rounds are numbered from 1", where);
        Holds(mou.Rounds.All(round => (round.Outcome is null) == (stage is Stage.UnderReview review && review.Round == round.Number)), "only the round under way has no outcome", where);
        Holds(mou.Clearance is not { Text: var text } || text == mou.Text, "what was cleared is the present text", where);
        Holds(stage is not Stage.Drafting draft || draft.Round == mou.Rounds.Count + 1, "a draft is for the next round", where);
        Holds(!mou.Stage.IsEnd || WhatFellDue.Next(mou) is null, "nothing falls due at an end", where);
        Holds(mou.Stage is not Stage.OnHold || WhatFellDue.Next(mou) is null, "nothing falls due on hold", where);
        if (stage is Stage.UnderReview open) CheckReview(open, mou, where);
        if (stage is Stage.UnderReview or Stage.Agreed or Stage.Signing || stage.Given is not null) CheckCleared(mou, where);
        if (stage is Stage.Agreed or Stage.Signing || stage.Given is not null) CheckAgreed(mou, where);
        if (stage.Given is { } given) CheckSigned(given, mou, where);
    }

    private static void CheckReview(Stage.UnderReview review, Mou mou, string where)
    {
        Holds(review.Embassies.Any(embassy => embassy.IsOpen), "somebody is still asked", where);
        Holds(review.Embassies.Select(embassy => embassy.Mission).Distinct().Count() == review.Embassies.Count, "each embassy once", where);
        Holds(mou.Unanswered.All(mark => mark.Round == review.Round), "every comment of a round before is answered", where);
        Holds(review.Text == mou.Text, "the text under review is the present one", where);
        Holds(review.Embassies.All(embassy => embassy.Standing is not EmbassyStanding.AtCapital capital || capital.Extensions <= 2), "two extensions at most", where);
    }

    /// <summary>Every step that was switched on was taken on this text.</summary>
    private static void CheckCleared(Mou mou, string where)
    {
        var (rules, cleared) = (mou.Rules, mou.Clearance);
        Holds(!rules.Approval || cleared?.Approval is not null, "the head of the office approved", where);
        Holds(rules.Council is not { IsRequired: true } || cleared?.Council is not null, "the council decided, or was passed over with its basis", where);
        Holds(rules.CentralReview == CentralReviewMode.Off || cleared?.Central is not null, "the central review answered or lapsed", where);
        Holds(rules.CentralReview != CentralReviewMode.Binding || cleared?.Central?.Answer is CentralAnswer.NoObjection or CentralAnswer.Comments, "a binding review neither objected nor lapsed", where);
    }

    /// <summary>Silence is never consent: every embassy that did not leave said yes to this text.</summary>
    private static void CheckAgreed(Mou mou, string where)
    {
        var last = mou.Rounds[^1];
        Holds(last.Outcome?.Choice == ReviewChoice.Accepted, "the last round was accepted", where);
        Holds(last.Text == mou.Text, "the accepted text is the present one", where);
        Holds(last.Embassies.All(embassy => embassy.Standing is EmbassyStanding.Accepted or EmbassyStanding.Declined), "every embassy accepted or left", where);
        Holds(last.Embassies.First(embassy => embassy.Mission == mou.Particulars.Mission).Standing is EmbassyStanding.Accepted, "the leading embassy accepted", where);
    }

    private static void CheckSigned(Instrument given, Mou mou, string where)
    {
        Holds(given.Text == mou.Text && given.LocalGovernment.Text == mou.Text && given.Counterparty.Text == mou.Text, "both signed the present text", where);
        Holds(given.LocalGovernment.Side == Side.LocalGovernment && given.Counterparty.Side == Side.Counterparty, "each side signed for itself", where);
        Holds(given.EndsOn is null || given.EndsOn >= given.Since, "it ends after it begins", where);
    }

    private static void Holds(bool holds, string what, string where) => Assert.True(holds, $"Not so: {what}. {where}");
}
