using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// A round at the embassies.
public static partial class MouLifecycle
{
    private static Mou? ApplyInReview(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (DraftSubmitted e, Stage.Drafting or Stage.InternalApproval or Stage.CouncilDecision or Stage.CentralReview) => mou with
        {
            Stage = new Stage.UnderReview(e.Round, e.Text, [Sent(new(e.Reviewer, e.Role), e, recorded.At), .. (e.Others ?? []).Select(other => Sent(other, e, recorded.At))]),
            Rounds = [.. mou.Rounds, new Round(e.Round, e.Text, recorded.At, null, [], mou.Stage is Stage.CentralReview asked ? asked.Desk : e.Central)],
        },
        (var happened, Stage.UnderReview review) => ApplyInRound(mou, review, happened, recorded.At),
        _ => null,
    };

    private static EmbassyReview Sent(EmbassyAsked asked, DraftSubmitted e, DateTimeOffset at) => new(
        asked.Reviewer, asked.Role, new EmbassyStanding.NotAcknowledged(e.AcknowledgeBy, false), Countdown.Starting(e.AnswerBy, at), null, null, null);

    private static Mou? ApplyInRound(Mou mou, Stage.UnderReview review, MouEvent happened, DateTimeOffset at) => happened switch
    {
        ReviewAcknowledged e => At(mou, review, e.Mission, embassy => embassy with { Standing = new EmbassyStanding.Acknowledged(e.OfficerName, at) }),
        EmbassyAccepted e => At(mou, review, e.Mission, embassy => embassy with { Standing = new EmbassyStanding.Accepted(e.OfficerName, at) }),
        EmbassyDeclined e => At(mou, review, e.Mission, embassy => embassy with
        {
            Standing = new EmbassyStanding.Declined(e.OfficerName, e.Reason, e.ReasonIsPublic, at),
        }),
        ReferredToCapital e => At(mou, review, e.Mission, embassy => embassy with
        {
            Standing = new EmbassyStanding.AtCapital(e.OfficerName, at, 0),
            Answer = Countdown.Starting(e.AnswerBy, at),
        }),
        CapitalExtended e => At(mou, review, e.Mission, embassy => embassy.Standing is EmbassyStanding.AtCapital capital
            ? embassy with { Standing = capital with { Extensions = e.Extension }, Answer = Countdown.Starting(e.AnswerBy, at) } : null),
        ReturnedFromCapital e => At(mou, review, e.Mission, embassy => embassy with { Standing = new EmbassyStanding.Acknowledged(e.OfficerName, at) }),
        ReviewHandedOver e => At(mou, review, e.Mission, embassy => embassy with { Reviewer = e.To, LinkReissuedAt = null }),
        ResendRequested e => At(mou, review, e.Mission, embassy => embassy with { ResendAskedAt = at }),
        DocumentResent e => At(mou, review, e.Mission, embassy => Restarted(embassy, e.AnswerBy, e.AcknowledgeBy, at) with
        {
            Reviewer = e.To ?? embassy.Reviewer,
            ArrivedAt = null,
            ResendAskedAt = null,
            UndeliveredAt = null,
        }),
        DocumentArrived { Mission: { } mission } e => At(mou, review, mission, embassy => Restarted(embassy, e.AnswerBy, e.AcknowledgeBy, at) with
        {
            ArrivedAt = e.ArrivedAt,
            UndeliveredAt = null,
        }),
        TextAccepted e => Accepted(mou, review, e, at),
        ChangesRequested e => ChangesAsked(mou, review, e, at),
        ReviewDeclined e => EndRound(
            mou, Answered(mou, review, e.Mission, new EmbassyStanding.Declined(e.OfficerName, null, e.ReasonIsPublic, at)),
            new(ReviewChoice.Declined, e.OfficerName, e.Reason, e.ReasonIsPublic, at, e.Mission)) with
        {
            Stage = new Stage.Declined(e.Round, e.Text, e.OfficerName, e.Reason, e.ReasonIsPublic),
        },
        _ => null,
    };

    private static Mou Accepted(Mou mou, Stage.UnderReview review, TextAccepted e, DateTimeOffset at) => EndRound(
        mou, Answered(mou, review, e.Mission, new EmbassyStanding.Accepted(e.OfficerName, at)),
        new(ReviewChoice.Accepted, e.OfficerName, null, true, at, e.Mission)) with
    {
        Stage = new Stage.Agreed(e.Round, e.Text, e.SetSigningBy, false),
    };

    private static Mou ChangesAsked(Mou mou, Stage.UnderReview review, ChangesRequested e, DateTimeOffset at) => EndRound(
        mou, Answered(mou, review, e.Mission, new EmbassyStanding.ChangesRequested(e.OfficerName, at)),
        new(ReviewChoice.ChangesRequested, e.OfficerName, e.Reason, e.ReasonIsPublic, at, e.Mission)) with
    {
        Stage = Drafting(e.Round + 1, new(StageName.UnderReview, e.Text, e.OfficerName, null, at), mou, at),
    };

    /// <summary>The request came back: what was late was not, because nobody had it.</summary>
    private static Mou? Stopped(Mou mou, RecordedEvent recorded) => (((DeadlineStopped)recorded.Event).Mission, mou.Stage) switch
    {
        ({ } mission, Stage.UnderReview review) => At(mou, review, mission, embassy => embassy with
        {
            Answer = embassy.Answer with { Overdue = false },
            Standing = embassy.Standing is EmbassyStanding.NotAcknowledged waiting ? waiting with { Overdue = false } : embassy.Standing,
            ArrivedAt = null,
            UndeliveredAt = recorded.At,
        }),
        (null, Stage.CentralReview review) => mou with { Stage = review with { Answer = review.Answer with { Overdue = false }, UndeliveredAt = recorded.At } },
        _ => null,
    };

    private static EmbassyReview Restarted(EmbassyReview embassy, Deadlines.Deadline answerBy, Deadlines.Deadline? acknowledgeBy, DateTimeOffset at) => embassy with
    {
        Answer = Countdown.Starting(answerBy, at),
        Standing = embassy.Standing is EmbassyStanding.NotAcknowledged && acknowledgeBy is not null
            ? new EmbassyStanding.NotAcknowledged(acknowledgeBy, false) : embassy.Standing,
    };

    /// <summary>Null: that embassy is not in the round, or has answered.</summary>
    private static Mou? At(Mou mou, Stage.UnderReview review, MissionId mission, Func<EmbassyReview, EmbassyReview?> with)
    {
        if (review.Of(mission) is not { IsOpen: true } embassy || with(embassy) is not { } next) return null;
        return mou with { Stage = review with { Embassies = [.. review.Embassies.Select(one => one.Mission == mission ? next : one)] } };
    }

    private static EmbassyReview[] Answered(Mou mou, Stage.UnderReview review, MissionId? mission, EmbassyStanding standing) =>
        [.. review.Embassies.Select(one => one.IsOpen && one.Mission == (mission ?? mou.Particulars.Mission) ? one with { Standing = standing } : one)];

    private static Mou EndRound(Mou mou, IReadOnlyList<EmbassyReview> embassies, RoundOutcome outcome) =>
        mou with { Rounds = [.. mou.Rounds.SkipLast(1), mou.Rounds[^1] with { Outcome = outcome, Embassies = embassies }] };
}
