using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// The office's own desk: begin, edit, submit, take back, withdraw.
public static partial class MouLifecycle
{
    private static Decision DecideCreate(CreateDraft create, Mou mou) => mou.Stage switch
    {
        Stage.NotBegun => WhatIsWrong(create.Particulars) is { } wrong
            ? Refuse(wrong)
            : Happened(new DraftCreated(create.Office, create.Particulars, create.Text, create.Settings?.ForOffice(create.Office), create.Origin)),
        Stage.Drafting when mou.Version == 1 && mou.Office == create.Office && mou.Text == create.Text => Nothing,
        _ => Refuse(Refusal.AlreadyExists),
    };

    private static Decision DecideReplace(ReplaceDraft replace, Mou mou) => mou.Stage switch
    {
        Stage.Drafting when mou.Text == replace.Text && mou.Particulars.SaysTheSameAs(replace.Particulars) => Nothing,
        Stage.Drafting => WhatIsWrong(replace.Particulars) is { } wrong ? Refuse(wrong) : Happened(new DraftReplaced(replace.Particulars, replace.Text)),
        _ => Refuse(WhyNotEditable(mou.Stage)),
    };

    private static Refusal? WhatIsWrong(Particulars particulars) =>
        particulars.Term is { From: { } from, EndsOn: { } end } && end < from ? Refusal.EndsBeforeItBegins
        : particulars.Term is { Months: <= 0 } or { Renewal.Months: <= 0 } or { Renewal.NoticeMonths: < 0 } ? Refusal.EndsBeforeItBegins
        : (particulars.OtherMissions ?? []).Select(other => other.Mission).Append(particulars.Mission).GroupBy(id => id).Any(same => same.Count() > 1) ? Refusal.SameEmbassyTwice
        : null;

    private static Decision DecideSubmit(SubmitDraft submit, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Drafting when submit.Text != mou.Text => Refuse(Refusal.TextChanged),
        Stage.Drafting when (submit.Others ?? []).Prepend(submit.Reviewer).DistinctBy(reviewer => reviewer.Mission).Count() <= (submit.Others?.Count ?? 0) =>
            Refuse(Refusal.SameEmbassyTwice),
        Stage.Drafting when mou.Unanswered.Any() => Refuse(Refusal.CommentsUnanswered),
        Stage.Drafting draft => SubmissionOf(submit, mou) switch
        {
            { } submission => Happened([.. Onward(Step.Submission, draft.Round, mou.Text, submission, mou, now)]),
            null => Refuse(submit.Central is null && mou.Rules.CentralReview != CentralReviewMode.Off ? Refusal.CentralDeskMissing : Refusal.ReviewerMissing),
        },
        Stage.InternalApproval { Text: var text } when text == submit.Text => Nothing,
        Stage.CouncilDecision { Text: var text } when text == submit.Text => Nothing,
        Stage.CentralReview { Text: var text } when text == submit.Text => Nothing,
        Stage.UnderReview { Text: var text } when text == submit.Text => Nothing,
        Stage.InternalApproval or Stage.CouncilDecision or Stage.CentralReview or Stage.UnderReview => Refuse(Refusal.AlreadySubmitted),
        _ => Refuse(WhyNotEditable(mou.Stage)),
    };

    /// <summary>Null: somebody who must be asked is not named.</summary>
    private static Submission? SubmissionOf(SubmitDraft submit, Mou mou)
    {
        if (mou.Rules.CentralReview != CentralReviewMode.Off && submit.Central is null) return null;
        var named = (submit.Others ?? []).Prepend(submit.Reviewer).ToDictionary(reviewer => reviewer.Mission);
        EmbassyPart[] parts = [new(mou.Particulars.Mission, mou.Particulars.MissionRole), .. mou.Particulars.OtherMissions ?? []];
        if (parts.Any(part => !named.ContainsKey(part.Mission))) return null;
        return new([.. parts.Select(part => new EmbassyAsked(named[part.Mission], part.Role))], submit.Central, submit.Screened);
    }

    private static Decision DecideReopen(ReopenText reopen, Mou mou) => mou.Stage switch
    {
        Stage.Drafting => Nothing,
        _ when IsBlank(reopen.Reason) => Refuse(Refusal.ReasonMissing),
        Stage.InternalApproval or Stage.CouncilDecision or Stage.CentralReview or Stage.Agreed or Stage.Signing =>
            Happened(new TextReopened(mou.Text, reopen.Reason.Trim())),
        Stage.UnderReview => Refuse(Refusal.TextIsUnderReview),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.InEffect),
    };

    private static Decision DecideWithdraw(Withdraw withdraw, Mou mou) => mou.Stage switch
    {
        Stage.Withdrawn before when before.Reason == withdraw.Reason.Trim() => Nothing,
        _ when WhyEnded(mou.Stage) is { } ended => Refuse(ended),
        { Given: not null } => Refuse(Refusal.InEffect),
        _ when IsBlank(withdraw.Reason) => Refuse(Refusal.ReasonMissing),
        _ => Happened(new Withdrawn(withdraw.Reason.Trim())),
    };

    private static Decision DecideCorrect(Correct correct, Mou mou) =>
        correct.EventNumber < 1 || correct.EventNumber > mou.Version ? Refuse(Refusal.NoSuchEvent)
        : IsBlank(correct.Words) ? Refuse(Refusal.ReasonMissing)
        : Happened(new Corrected(correct.EventNumber, correct.Words.Trim()));

    private static Decision DecideReissue(ReissueLink reissue, Mou mou, DateTimeOffset now) => LinkSentAt(reissue, mou) switch
    {
        { HasLink: false } => Refuse(Refusal.HolderHasNoLink),
        { At: { } at } when now - at < DefaultTimes.LinkReissueEvery => Refuse(Refusal.LinkSentJustNow),
        _ => Happened(new LinkReissued(reissue.Holder, reissue.Mission, Blank(reissue.Reason))),
    };

    private static (bool HasLink, DateTimeOffset? At) LinkSentAt(ReissueLink reissue, Mou mou) => (reissue.Holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) =>
            review.Of(reissue.Mission ?? mou.Particulars.Mission) is { IsOpen: true } embassy ? (true, embassy.LinkReissuedAt) : (false, null),
        (LinkHolder.CentralReviewer, Stage.CentralReview review) => (true, review.LinkReissuedAt),
        (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked }) => (true, asked.LinkReissuedAt),
        (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked }) => (true, asked.LinkReissuedAt),
        _ => (false, null),
    };

    private static Refusal WhyNotEditable(Stage stage) => stage switch
    {
        Stage.NotBegun => Refusal.NotBegun,
        Stage.InternalApproval => Refusal.AwaitsApproval,
        Stage.CouncilDecision => Refusal.AwaitsCouncil,
        Stage.CentralReview => Refusal.AwaitsCentralReview,
        Stage.UnderReview => Refusal.TextIsUnderReview,
        _ => WhyEnded(stage) ?? Refusal.TextIsFrozen,
    };
}
