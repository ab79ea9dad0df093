using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// 중앙 협의: no Korean statute demands it before signing, so it is switched on by the association. Comments and an advisory
// objection go back to the office's desk: submitted again unchanged, the text goes on to the embassy.
public static partial class MouLifecycle
{
    private static Decision DecideCentralReview(AnswerCentralReview answer, Mou mou, DateTimeOffset now)
    {
        if (mou.Clearance is { Central: { } given } cleared && cleared.Text == answer.Text)
            return IsRepeated(answer, given) ? Nothing : Refuse(Refusal.AlreadyDecided);
        if (mou.Stage is not Stage.CentralReview stage) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInCentralReview);
        if (stage.Text != answer.Text) return Refuse(Refusal.TextChanged);
        if (answer.Answer == CentralAnswer.Lapsed) return Refuse(Refusal.SilenceIsNoAnswer);
        if (IsBlank(answer.Name)) return Refuse(Refusal.NameMissing);
        if (answer.Answer != CentralAnswer.NoObjection && IsBlank(answer.Words)) return Refuse(Refusal.ReasonMissing);
        var answered = new CentralReviewAnswered(stage.Round, stage.Text, answer.Answer, answer.Name.Trim(), Blank(answer.Words));
        return answer.Answer == CentralAnswer.NoObjection ? Happened([answered, .. AfterCentralReview(stage, mou, now)]) : Happened(answered);
    }

    private static bool IsRepeated(AnswerCentralReview answer, CentralOutcome given) =>
        given.Answer == answer.Answer && given.Name == answer.Name.Trim() && given.Words == Blank(answer.Words);

    internal static IEnumerable<MouEvent> AfterCentralReview(Stage.CentralReview stage, Mou mou, DateTimeOffset now) =>
        Onward(Step.CentralReview, stage.Round, stage.Text, stage.Submission, mou, now);
}
