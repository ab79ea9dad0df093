using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Rounds of review: what the office sends, and what the embassy answers.
public static partial class MouLifecycle
{
    private static Decision DecideSubmit(SubmitDraft submit, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Drafting when submit.Text != mou.Text => Refuse(Refusal.TextChanged),
        Stage.Drafting draft => Happened(new DraftSubmitted(
            draft.Round, mou.Text, submit.Reviewer, Period.OfDays(now, DefaultTimes.ReviewAnswerDays))),
        Stage.UnderReview review when review.Text == submit.Text => Nothing,
        Stage.UnderReview => Refuse(Refusal.AlreadySubmitted),
        _ => Refuse(WhyNotEditable(mou.Stage)),
    };

    private static Decision DecideAccept(AcceptText accept, Mou mou, DateTimeOffset now) => Answer(
        mou, accept.Round, accept.Text, new(ReviewChoice.Accepted, accept.OfficerName, null, true),
        () => new TextAccepted(accept.Round, accept.Text, accept.OfficerName.Trim(), Period.OfDays(now, DefaultTimes.SetSigningDays)));

    private static Decision DecideRequestChanges(RequestChanges request, Mou mou) => Answer(
        mou, request.Round, request.Text, new(ReviewChoice.ChangesRequested, request.OfficerName, request.Reason, request.ReasonIsPublic),
        () => new ChangesRequested(request.Round, request.Text, request.OfficerName.Trim(), request.Reason.Trim(), request.ReasonIsPublic));

    private static Decision DecideDecline(DeclineReview decline, Mou mou) => Answer(
        mou, decline.Round, decline.Text, new(ReviewChoice.Declined, decline.OfficerName, decline.Reason, decline.ReasonIsPublic),
        () => new ReviewDeclined(decline.Round, decline.Text, decline.OfficerName.Trim(), Blank(decline.Reason), decline.ReasonIsPublic));

    private sealed record Given(ReviewChoice Choice, string Name, string? Reason, bool ReasonIsPublic);

    /// <summary>The first answer of a round counts; the same answer again is answered as the first was; any other is told the truth.</summary>
    private static Decision Answer(Mou mou, int round, TextHash text, Given given, Func<MouEvent> record)
    {
        if (mou.RoundNumbered(round)?.Outcome is { } outcome)
            return IsRepeated(outcome, given) ? Nothing : Refuse(WhyOver(outcome));
        if (mou.Stage is not Stage.UnderReview review)
            return Refuse(Refusal.NotUnderReview);
        if (review.Round != round) return Refuse(Refusal.RoundIsOver);
        if (review.Text != text) return Refuse(Refusal.TextChanged);
        if (string.IsNullOrWhiteSpace(given.Name)) return Refuse(Refusal.NameMissing);
        if (given.Choice == ReviewChoice.ChangesRequested && string.IsNullOrWhiteSpace(given.Reason)) return Refuse(Refusal.ReasonMissing);
        return Happened(record());
    }

    private static bool IsRepeated(RoundOutcome outcome, Given given) =>
        outcome.Choice == given.Choice && outcome.OfficerName == given.Name.Trim() && outcome.Reason == Blank(given.Reason);

    private static Refusal WhyOver(RoundOutcome outcome) =>
        outcome.Choice == ReviewChoice.WithdrawnByOffice ? Refusal.WasWithdrawn : Refusal.AlreadyDecided;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
