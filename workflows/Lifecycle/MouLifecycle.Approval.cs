using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// 결재: the head of the office approves a draft or returns it.
public static partial class MouLifecycle
{
    private static Decision DecideApprove(ApproveInternally approve, Mou mou, DateTimeOffset now)
    {
        if (mou.Clearance is { Approval: { } given } cleared && cleared.Text == approve.Text)
            return given.Name == approve.Name.Trim() ? Nothing : Refuse(Refusal.AlreadyDecided);
        if (mou.Stage is not Stage.InternalApproval stage) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInApproval);
        if (stage.Text != approve.Text) return Refuse(Refusal.TextChanged);
        if (IsBlank(approve.Name)) return Refuse(Refusal.NameMissing);
        return Happened([
            new ApprovedInternally(stage.Round, stage.Text, approve.Name.Trim()),
            .. Onward(Step.Approval, stage.Round, stage.Text, stage.Submission, mou, now)]);
    }

    private static Decision DecideReturn(ReturnToDrafter back, Mou mou)
    {
        if (IsSentBackBy(StageName.InternalApproval, back.Text, back.Name, back.Reason, mou)) return Nothing;
        if (mou.Clearance is { Approval: not null } cleared && cleared.Text == back.Text) return Refuse(Refusal.AlreadyDecided);
        if (mou.Stage is not Stage.InternalApproval stage) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInApproval);
        if (stage.Text != back.Text) return Refuse(Refusal.TextChanged);
        if (IsBlank(back.Name)) return Refuse(Refusal.NameMissing);
        if (IsBlank(back.Reason)) return Refuse(Refusal.ReasonMissing);
        return Happened(new ReturnedToDrafter(stage.Round, stage.Text, back.Name.Trim(), back.Reason.Trim()));
    }

    /// <summary>The same step said the same thing before, and the draft is still back because of it.</summary>
    private static bool IsSentBackBy(StageName from, TextHash text, string name, string reason, Mou mou) =>
        mou.Stage is Stage.Drafting { SentBack: { } back } && back.From == from && back.Text == text
        && back.Name == name.Trim() && back.Reason == reason.Trim();
}
