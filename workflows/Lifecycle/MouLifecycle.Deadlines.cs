using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>A deadline that runs, or that would if its request had not come back.</summary>
/// <param name="Mission">Whose it is, where it is an embassy's.</param>
/// <param name="StoppedAt">Since when it stands, because its request came back undelivered; null: it runs.</param>
public sealed record RunningDeadline(Reminder Matter, MissionId? Mission, Deadline By, DateTimeOffset? StoppedAt = null);

// What moves a deadline: more time, an arrival, an outage, a document sent again.
public static partial class MouLifecycle
{
    private static Decision? DecideDeadline(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        ExtendDeadline extend => DecideExtend(extend, mou, now),
        RecordArrival arrival => DecideArrival(arrival, mou, now),
        RecordOutage outage => DecideOutage(outage, mou),
        _ => null,
    };

    /// <summary>Every deadline of a stage, those that stand because their request came back too; none while it is on hold.</summary>
    public static IReadOnlyList<RunningDeadline> RunningIn(Stage stage) => stage switch
    {
        Stage.InternalApproval approval => [new(Reminder.Approval, null, approval.Answer.By)],
        Stage.CentralReview review => [new(Reminder.CentralReview, null, review.Answer.By, review.UndeliveredAt)],
        Stage.UnderReview review => [.. review.Embassies.Where(embassy => embassy.IsOpen).SelectMany(RunningAt)],
        Stage.Agreed agreed => [new(Reminder.SetSigning, null, agreed.SetSigningBy)],
        Stage.Signed { Notify: { } notify } => [new(Reminder.Notification, null, notify.By)],
        _ => [],
    };

    /// <summary>The next deadline that is waited for; null where none runs.</summary>
    public static RunningDeadline? NextIn(Stage stage) => RunningIn(stage).Where(running => running.StoppedAt is null).MinBy(running => running.By.EndsAt);

    private static IEnumerable<RunningDeadline> RunningAt(EmbassyReview embassy)
    {
        if (embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by }) yield return new(Reminder.Acknowledgement, embassy.Mission, by, embassy.UndeliveredAt);
        yield return new(Reminder.Review, embassy.Mission, embassy.Answer.By, embassy.UndeliveredAt);
    }

    private static RunningDeadline? Running(Reminder matter, MissionId? mission, Mou mou) => RunningIn(mou.Stage).FirstOrDefault(
        running => running.Matter == matter && (running.Mission is null || running.Mission == (mission ?? mou.Particulars.Mission)));

    private static Decision DecideExtend(ExtendDeadline extend, Mou mou, DateTimeOffset now) =>
        Running(extend.Matter, extend.Mission, mou) is not { } running ? Refuse(WhyEnded(mou.Stage) ?? Refusal.NoDeadlineRuns)
        : IsBlank(extend.Reason) ? Refuse(Refusal.ReasonMissing)
        : extend.Days is < 1 or > 366 ? Refuse(Refusal.DaysOutOfRange)
        : Happened(new DeadlineMoved(
            running.Matter, running.Mission, Clocks.Extended(running.By, extend.Days, now, extend.By, extend.Reason.Trim()), DeadlineCause.Extension, extend.Reason.Trim()));

    private static Decision DecideOutage(RecordOutage outage, Mou mou)
    {
        var running = RunningFor(outage.Holder, outage.Mission, mou);
        if (running.Count == 0) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NoDeadlineRuns);
        if (IsBlank(outage.Reason)) return Refuse(Refusal.ReasonMissing);
        if (outage.RepairedAt <= outage.From) return Refuse(Refusal.EndsBeforeItBegins);
        MouEvent[] moved = [.. running
            .Select(one => (one, To: Clocks.AfterOutage(one.By, outage.From, outage.RepairedAt))).Where(pair => pair.To.EndsAt > pair.one.By.EndsAt)
            .Select(pair => new DeadlineMoved(pair.one.Matter, pair.one.Mission, pair.To, DeadlineCause.Outage, outage.Reason.Trim()))];
        return moved.Length == 0 ? Refuse(Refusal.OutageMovesNothing) : Happened(moved);
    }

    private static IReadOnlyList<RunningDeadline> RunningFor(LinkHolder holder, MissionId? mission, Mou mou) => (holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview) => [.. RunningIn(mou.Stage).Where(running => running.Mission == (mission ?? mou.Particulars.Mission))],
        (LinkHolder.CentralReviewer, Stage.CentralReview) => RunningIn(mou.Stage),
        _ => [],
    };

    private static Decision DecideArrival(RecordArrival arrival, Mou mou, DateTimeOffset now) => (arrival.Holder, mou.Stage) switch
    {
        _ when arrival.At > now => Refuse(Refusal.DayIsAhead),
        (LinkHolder.Reviewer, Stage.UnderReview review) => review.Of(arrival.Mission ?? mou.Particulars.Mission) switch
        {
            null => Refuse(Refusal.EmbassyNotAsked),
            { ArrivedAt: not null } or { IsOpen: false } => Nothing,
            { } embassy => Happened(ArrivalAt(embassy, arrival, mou)),
        },
        // Whatever arrives after its stage has ended moves nothing.
        _ => Nothing,
    };
}
