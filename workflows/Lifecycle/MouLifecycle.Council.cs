using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// 의회 의결: the council's clerk records what was decided, or why nothing need be.
public static partial class MouLifecycle
{
    private static Decision DecideCouncil(RecordCouncilDecision recorded, Mou mou, DateTimeOffset now)
    {
        if (IsRecorded(recorded, mou)) return Nothing;
        if (mou.Stage is not Stage.CouncilDecision stage) return Refuse(WhyNotAtCouncil(recorded.Text, mou));
        if (stage.Text != recorded.Text) return Refuse(Refusal.TextChanged);
        if (IsBlank(recorded.Session) || IsBlank(recorded.Reference)) return Refuse(Refusal.SessionMissing);
        if (recorded.On > SeoulTime.DayOf(now)) return Refuse(Refusal.DayIsAhead);
        if (mou.CouncilRejections.Any(before => before.Text == recorded.Text && before.Session == recorded.Session.Trim()))
            return Refuse(Refusal.RejectedInThisSession);
        var decided = new CouncilDecided(stage.Round, DecisionIn(recorded));
        return recorded.Result == CouncilResult.Passed
            ? Happened([decided, .. Onward(Step.Council, stage.Round, stage.Text, stage.Submission, mou, now)])
            : Happened(decided);
    }

    private static Decision DecideSkipCouncil(SkipCouncil skip, Mou mou, DateTimeOffset now)
    {
        if (mou.Clearance is { Council: CouncilOutcome.Skipped before } cleared && cleared.Text == skip.Text && before.LegalBasis == skip.LegalBasis.Trim())
            return Nothing;
        if (mou.Stage is not Stage.CouncilDecision stage) return Refuse(WhyNotAtCouncil(skip.Text, mou));
        if (stage.Text != skip.Text) return Refuse(Refusal.TextChanged);
        if (IsBlank(skip.LegalBasis)) return Refuse(Refusal.LegalBasisMissing);
        return Happened([
            new CouncilSkipped(stage.Round, stage.Text, skip.LegalBasis.Trim()),
            .. Onward(Step.Council, stage.Round, stage.Text, stage.Submission, mou, now)]);
    }

    private static bool IsRecorded(RecordCouncilDecision recorded, Mou mou) => recorded.Result == CouncilResult.Passed
        ? mou.Clearance?.Council is CouncilOutcome.Passed passed && passed.Decision == DecisionIn(recorded)
        : mou.Stage is Stage.Drafting && mou.CouncilRejections is [.., var last] && last == DecisionIn(recorded);

    private static Refusal WhyNotAtCouncil(TextHash text, Mou mou) =>
        mou.Clearance is { Council: not null } cleared && cleared.Text == text ? Refusal.AlreadyDecided : WhyEnded(mou.Stage) ?? Refusal.NotAtCouncil;

    private static CouncilDecision DecisionIn(RecordCouncilDecision recorded) =>
        new(recorded.Text, recorded.Session.Trim(), recorded.On, recorded.Result, recorded.Reference.Trim());
}
