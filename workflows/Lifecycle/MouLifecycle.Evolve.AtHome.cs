using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Drafting, approval, council and central review.
public static partial class MouLifecycle
{
    private static Mou? ApplyAtHome(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (DraftReplaced e, Stage.Drafting draft) => (mou with { Particulars = e.Particulars, Text = e.Text, Clearance = null }) is var edited
            ? edited with { Stage = Drafting(draft.Round, draft.SentBack, edited, recorded.At) } : null,
        (TextReopened, _) => Reopened(mou, recorded.At),
        (Withdrawn e, _) when mou.Stage is { IsEnd: false, Given: null } and not Stage.OnHold => Withdraw(mou, e.Reason, recorded.At),

        (ApprovalRequested e, Stage.Drafting) when e.Text == mou.Text => mou with
        {
            Stage = new Stage.InternalApproval(e.Round, e.Text, e.Submission, Countdown.Starting(e.AnswerBy, recorded.At)),
        },
        (ApprovedInternally e, Stage.InternalApproval) => Cleared(mou, e.Text, cleared => cleared with { Approval = new(e.Name, recorded.At) }),
        (ReturnedToDrafter e, Stage.InternalApproval) => Back(mou, e.Round, StageName.InternalApproval, e.Name, e.Reason, recorded.At),

        (CouncilAsked e, Stage.Drafting or Stage.InternalApproval) => mou with { Stage = new Stage.CouncilDecision(e.Round, e.Text, e.Submission) },
        (CouncilSkipped e, Stage.Drafting or Stage.InternalApproval or Stage.CouncilDecision) =>
            Cleared(mou, e.Text, cleared => cleared with { Council = new CouncilOutcome.Skipped(e.LegalBasis) }),
        (CouncilDecided { Decision: { Result: CouncilResult.Passed } decision }, Stage.CouncilDecision) =>
            Cleared(mou, decision.Text, cleared => cleared with { Council = new CouncilOutcome.Passed(decision) }),
        (CouncilDecided { Decision: var decision } e, Stage.CouncilDecision) =>
            Back(mou with { CouncilRejections = [.. mou.CouncilRejections, decision] }, e.Round, StageName.CouncilDecision, decision.Session, decision.Reference, recorded.At),

        (CentralReviewRequested e, Stage.Drafting or Stage.InternalApproval or Stage.CouncilDecision) => mou with
        {
            Stage = new Stage.CentralReview(e.Round, e.Text, e.Submission, e.Mode, e.Desk, Countdown.Starting(e.AnswerBy, recorded.At), null),
        },
        (CentralReviewResent e, Stage.CentralReview review) => mou with
        {
            Stage = review with { Desk = e.Desk, Answer = Countdown.Starting(e.AnswerBy, recorded.At), UndeliveredAt = null },
        },
        (CentralReviewLapsed e, Stage.CentralReview) =>
            Cleared(mou, e.Text, cleared => cleared with { Central = new(CentralAnswer.Lapsed, null, null, recorded.At) }),
        (CentralReviewAnswered e, Stage.CentralReview review) => CentralAnswered(
            Cleared(mou, e.Text, cleared => cleared with { Central = new(e.Answer, e.Name, e.Words, recorded.At) }), e, review, recorded.At),
        _ => null,
    };

    private static Mou CentralAnswered(Mou cleared, CentralReviewAnswered e, Stage.CentralReview review, DateTimeOffset at) => e.Answer switch
    {
        CentralAnswer.NoObjection => cleared,
        CentralAnswer.Objection when review.Mode == CentralReviewMode.Binding =>
            cleared with { Stage = new Stage.Blocked(e.Round, e.Text, e.Name, e.Words ?? "") },
        _ => Back(cleared, e.Round, StageName.CentralReview, e.Name, e.Words ?? "", at),
    };

    /// <summary>What was decided on another text is void.</summary>
    private static Mou Cleared(Mou mou, TextHash text, Func<Clearance, Clearance> with) =>
        mou with { Clearance = with(mou.Clearance is { } clearance && clearance.Text == text ? clearance : Clearance.Of(text)) };

    private static Mou Back(Mou mou, int round, StageName from, string name, string reason, DateTimeOffset at) =>
        mou with { Stage = Drafting(round, new(from, mou.Text, name, reason, at), mou, at) };

    private static Mou? Reopened(Mou mou, DateTimeOffset at)
    {
        int? round = mou.Stage switch
        {
            Stage.InternalApproval stage => stage.Round,
            Stage.CouncilDecision stage => stage.Round,
            Stage.CentralReview stage => stage.Round,
            Stage.Agreed stage => stage.Round + 1,
            Stage.Signing stage => stage.Round + 1,
            _ => null,
        };
        return round is { } next ? mou with { Clearance = null, Stage = Drafting(next, null, mou, at) } : null;
    }

    private static Mou Withdraw(Mou mou, string reason, DateTimeOffset at)
    {
        var ended = mou.Stage is Stage.UnderReview review
            ? EndRound(mou, review.Embassies, new(ReviewChoice.WithdrawnByOffice, "", reason, true, at)) : mou;
        return ended with { Stage = new Stage.Withdrawn(reason) };
    }
}
