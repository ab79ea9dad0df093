using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// The steps between the office's desk and the embassies, in their order.
public static partial class MouLifecycle
{
    private enum Step { Submission, Approval, Council, CentralReview }

    private static Decision? DecideStep(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        ApproveInternally approve => DecideApprove(approve, mou, now),
        ReturnToDrafter back => DecideReturn(back, mou),
        RecordCouncilDecision decided => DecideCouncil(decided, mou, now),
        SkipCouncil skip => DecideSkipCouncil(skip, mou, now),
        AnswerCentralReview answer => DecideCentralReview(answer, mou, now),
        _ => null,
    };

    /// <summary>
    /// What follows after a step: the next one that the case's settings switch on and that was not taken on this very text,
    /// else the embassies.
    /// </summary>
    private static IEnumerable<MouEvent> Onward(Step done, int round, TextHash text, Submission submission, Mou mou, DateTimeOffset now)
    {
        var rules = mou.Rules;
        var cleared = mou.Clearance is { } clearance && clearance.Text == text ? clearance : Clearance.Of(text);
        if (done < Step.Approval && rules.Approval && cleared.Approval is null)
            return [new ApprovalRequested(round, text, submission, Clocks.InWorkingDays(now, rules.Times.ApprovalWorkingDays))];
        if (done < Step.Council && rules.Council is { IsRequired: true } && cleared.Council is null)
            return [new CouncilAsked(round, text, submission)];
        IEnumerable<MouEvent> skipped = done < Step.Council && rules.Council is { IsRequired: false } rule && cleared.Council is null
            ? [new CouncilSkipped(round, text, rule.LegalBasis)] : [];
        return done < Step.CentralReview && rules.CentralReview != CentralReviewMode.Off && cleared.Central is null && submission.Central is { } desk
            ? [.. skipped, new CentralReviewRequested(
                round, text, submission, rules.CentralReview, desk, Clocks.InWorkingDays(now, rules.Times.CentralReviewWorkingDays, StartCause.Sent))]
            : [.. skipped, ToEmbassies(round, text, submission, rules.Times, now)];
    }

    private static DraftSubmitted ToEmbassies(int round, TextHash text, Submission submission, StageTimes times, DateTimeOffset now) => new(
        round, text, submission.Embassies[0].Reviewer, Clocks.InDays(now, times.ReviewDays, StartCause.Sent), submission.Embassies[0].Role,
        submission.Embassies.Count > 1 ? [.. submission.Embassies.Skip(1)] : null,
        times.AcknowledgeWorkingDays is { } days ? Clocks.InWorkingDays(now, days, StartCause.Sent) : null, submission.Central, submission.Screened);
}
