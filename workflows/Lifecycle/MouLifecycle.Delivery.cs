using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// A request counts once its reader has it: it arrives, comes back, or is sent again.
public static partial class MouLifecycle
{
    /// <summary>Every mail that did not reach its reader is recorded; a request that came back stops its deadline.</summary>
    private static Decision.Events DecideUndelivered(ReportUndeliveredMail report, Mou mou)
    {
        var undelivered = new MailUndelivered(report.MailId, report.Holder, report.Why, report.Mission);
        return report.Request is { } request && StoppedBy(request, report.Holder, report.Mission ?? mou.Particulars.Mission, mou.Stage.Live) is { } stopped
            ? Happened(undelivered, stopped) : Happened(undelivered);
    }

    /// <summary>Only where its reader is still asked at that address and is not known to have it by another mail.</summary>
    private static DeadlineStopped? StoppedBy(UndeliveredRequest request, LinkHolder? holder, MissionId mission, Stage stage) => (holder, stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) when review.Round == request.Round && review.Of(mission) is { IsOpen: true, UndeliveredAt: null } embassy =>
            embassy.Reviewer.Address == request.To && (embassy.ArrivedAt is null || request.HadArrived || embassy.Reviewer.Name is not null)
                ? new(review.Round, mission) : null,
        (LinkHolder.CentralReviewer, Stage.CentralReview { UndeliveredAt: null } review) when review.Round == request.Round && review.Desk.Address == request.To =>
            new(review.Round, null),
        _ => null,
    };

    /// <summary>An arrival from before the request was sent is the clock of another machine: the sending counts.</summary>
    private static DocumentArrived ArrivalAt(EmbassyReview embassy, RecordArrival arrival, Mou mou)
    {
        if (embassy.UndeliveredAt is not null) return ArrivalAfterAll(embassy, mou, arrival.At) with { Reason = Blank(arrival.Reason) };
        var (at, times) = (arrival.At, mou.Rules.Times);
        return new(
            LinkHolder.Reviewer, embassy.Mission, at,
            embassy.Standing is EmbassyStanding.AtCapital
                ? embassy.Answer.By : From(embassy.Answer.By, at, Clocks.LengthInDays(times.ReviewDays), StartCause.Arrived),
            embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by } && times.AcknowledgeWorkingDays is { } days
                ? From(by, at, Clocks.LengthInWorkingDays(days), StartCause.Arrived) : null,
            Blank(arrival.Reason));
    }

    /// <summary>What was sent once begins with its arrival; what began anew before keeps the account of it.</summary>
    private static Deadline From(Deadline by, DateTimeOffset at, PeriodLength length, StartCause cause) =>
        by.Terms?.Changes.Any(change => change is DeadlineChange.Restarted) == true
            ? Clocks.Anew(by, at, length, cause) : Clocks.Later(by, Period.Of(length, at, cause));

    /// <summary>Whoever does something with a request has it, whatever the mail service said.</summary>
    private static DocumentArrived? FoundArrived(MouCommand command, Mou mou, DateTimeOffset now)
    {
        if (mou.Stage is not Stage.UnderReview review || RoundAndMissionOf(command) is not var (round, mission) || round != review.Round) return null;
        return review.Of(mission ?? mou.Particulars.Mission) is { IsOpen: true, UndeliveredAt: not null } embassy ? ArrivalAfterAll(embassy, mou, now) : null;
    }

    private static DocumentArrived ArrivalAfterAll(EmbassyReview embassy, Mou mou, DateTimeOffset now)
    {
        var times = mou.Rules.Times;
        return new(
            LinkHolder.Reviewer, embassy.Mission, now, Clocks.Anew(embassy.Answer.By, now, Clocks.LengthInDays(times.ReviewDays), StartCause.Arrived),
            embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by } && times.AcknowledgeWorkingDays is { } days
                ? Clocks.Anew(by, now, Clocks.LengthInWorkingDays(days), StartCause.Arrived) : null);
    }

    private static (int Round, MissionId? Mission)? RoundAndMissionOf(MouCommand command) => command switch
    {
        Acknowledge c => (c.Round, c.Mission),
        AcceptText c => (c.Round, c.Mission),
        RequestChanges c => (c.Round, c.Mission),
        DeclineReview c => (c.Round, c.Mission),
        ReferToCapital c => (c.Round, c.Mission),
        ExtendCapital c => (c.Round, c.Mission),
        ReturnFromCapital c => (c.Round, c.Mission),
        HandOver c => (c.Round, c.To.Mission),
        AskForResend c => (c.Round, c.Mission),
        CommentOnClause c => (c.Round, c.Mission),
        _ => null,
    };

    private static Decision DecideResend(Resend resend, Mou mou, DateTimeOffset now)
    {
        if (mou.Stage is not Stage.UnderReview review) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NotUnderReview);
        if (review.Of(resend.Mission ?? mou.Particulars.Mission) is not { IsOpen: true } embassy) return Refuse(Refusal.EmbassyNotAsked);
        if (embassy is { ResendAskedAt: null, UndeliveredAt: null }) return Refuse(Refusal.NobodyAskedForIt);
        var (times, cause) = (mou.Rules.Times, embassy.UndeliveredAt is null ? StartCause.Resent : StartCause.SentAnew);
        return Happened(new DocumentResent(
            review.Round, embassy.Mission,
            embassy.Standing is EmbassyStanding.AtCapital && embassy.UndeliveredAt is null
                ? Clocks.Later(embassy.Answer.By, Clocks.InDays(now, times.ReviewDays, cause))
                : Clocks.Anew(embassy.Answer.By, now, Clocks.LengthInDays(times.ReviewDays), cause),
            embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by } && times.AcknowledgeWorkingDays is { } days
                ? Clocks.Anew(by, now, Clocks.LengthInWorkingDays(days), cause) : null,
            embassy.UndeliveredAt is not null && resend.To is { } to && to.Mission == embassy.Mission ? to : null));
    }

    private static Decision DecideResendToCentral(ResendToCentral resend, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.CentralReview { UndeliveredAt: null } review when review.Desk == resend.Desk => Nothing,
        Stage.CentralReview { UndeliveredAt: null } => Refuse(Refusal.NobodyAskedForIt),
        Stage.CentralReview when IsBlank(resend.Desk.Name) => Refuse(Refusal.NameMissing),
        Stage.CentralReview when IsBlank(resend.Desk.Address.Value) => Refuse(Refusal.AddressMissing),
        Stage.CentralReview review => Happened(new CentralReviewResent(
            review.Round, resend.Desk, Clocks.Anew(review.Answer.By, now, Clocks.LengthInWorkingDays(mou.Rules.Times.CentralReviewWorkingDays), StartCause.SentAnew))),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotInCentralReview),
    };
}
