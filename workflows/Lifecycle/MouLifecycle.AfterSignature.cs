using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Renewal, suspension, notice, and the ends that an MOU in effect can come to.
public static partial class MouLifecycle
{
    private static Decision? DecideAfterSignature(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        Renew renew => DecideRenew(renew, mou),
        RefuseRenewal refuse => DecideRefuseRenewal(refuse, mou, now),
        Suspend suspend => DecideSuspend(suspend, mou),
        Resume resume => DecideResume(resume, mou),
        GiveNotice notice => DecideNotice(notice, mou, now),
        Terminate terminate => DecideTerminate(terminate, mou, now),
        Supersede supersede => DecideSupersede(supersede, mou, now),
        EndWithVaried ended => DecideEndWithVaried(ended, mou),
        StartVariation start => DecideLinked(new(MouLinkKind.Variation, start.Variation), mou),
        StartSubsidiary start => DecideLinked(new(MouLinkKind.Subsidiary, start.Subsidiary), mou),
        _ => null,
    };

    private static Refusal WhyNotInEffect(Stage stage) => WhyEnded(stage) ?? stage switch
    {
        Stage.Suspended => Refusal.IsSuspended,
        Stage.NoticeGiven => Refusal.NoticeIsGiven,
        _ => Refusal.NotInEffect,
    };

    private static Decision DecideRenew(Renew renew, Mou mou) => mou.Stage switch
    {
        Stage.InEffect { Instrument.EndsOn: null } => Refuse(Refusal.HasNoEnd),
        Stage.InEffect effect when effect.Instrument.EndsOn == renew.Until => Nothing,
        Stage.InEffect effect when renew.Until < effect.Instrument.EndsOn => Refuse(Refusal.RenewalNotLater),
        Stage.InEffect when IsBlank(renew.Reference) => Refuse(Refusal.ReferenceMissing),
        Stage.InEffect => Happened(new Renewed(renew.Until, renew.Reference.Trim())),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideRefuseRenewal(RefuseRenewal refuse, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.InEffect { WillNotRenew: true } => Nothing,
        Stage.InEffect { Instrument: { EndsOn: { } end, Renewal: { } clause } } =>
            refuse.NotifiedOn > SeoulTime.DayOf(now) ? Refuse(Refusal.DayIsAhead)
            : refuse.NotifiedOn > end.AddMonths(-clause.NoticeMonths) ? Refuse(Refusal.NoticeTooLate)
            : Happened(new RenewalRefused(refuse.By, refuse.NotifiedOn)),
        Stage.InEffect => Refuse(Refusal.NotRenewedByItself),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideSuspend(Suspend suspend, Mou mou) => mou.Stage switch
    {
        Stage.Suspended before when before.Reason == suspend.Reason.Trim() => Nothing,
        Stage.InEffect when IsBlank(suspend.Reason) => Refuse(Refusal.ReasonMissing),
        Stage.InEffect => Happened(new Suspended(suspend.Reason.Trim())),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideResume(Resume resume, Mou mou) => mou.Stage switch
    {
        Stage.Suspended when IsBlank(resume.Reason) => Refuse(Refusal.ReasonMissing),
        Stage.Suspended => Happened(new Resumed(resume.Reason.Trim())),
        Stage.InEffect => Nothing,
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotSuspended),
    };

    private static Decision DecideNotice(GiveNotice notice, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.NoticeGiven before when before.By == notice.By && before.EndsOn == notice.EndsOn => Nothing,
        Stage.InEffect or Stage.Suspended when IsBlank(notice.Reason) => Refuse(Refusal.ReasonMissing),
        Stage.InEffect or Stage.Suspended when notice.EndsOn < SeoulTime.DayOf(now) => Refuse(Refusal.DayIsPast),
        Stage.InEffect or Stage.Suspended when mou.Stage.Given!.EndsOn < notice.EndsOn => Refuse(Refusal.EndsBeforeThat),
        Stage.InEffect or Stage.Suspended => Happened(new NoticeGiven(notice.By, notice.EndsOn, notice.Reason.Trim())),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideTerminate(Terminate terminate, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Terminated before when before.Reason == terminate.Reason.Trim() => Nothing,
        Stage.Signed or Stage.InEffect or Stage.Suspended or Stage.NoticeGiven => IsBlank(terminate.Reason)
            ? Refuse(Refusal.ReasonMissing)
            : Happened(new Terminated(SeoulTime.DayOf(now), terminate.Reason.Trim())),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideSupersede(Supersede supersede, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Superseded before when before.By == supersede.By => Nothing,
        Stage.InEffect or Stage.Suspended or Stage.NoticeGiven => IsOther(supersede.By, mou)
            ? Happened(new Superseded(SeoulTime.DayOf(now), supersede.By))
            : Refuse(Refusal.LinksToItself),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static Decision DecideLinked(MouLink link, Mou mou) => mou.Stage switch
    {
        _ when mou.Links.Contains(link) => Nothing,
        Stage.InEffect or Stage.Suspended => IsOther(link.Other, mou) ? Happened(new LinkedMouStarted(link.Kind, link.Other)) : Refuse(Refusal.LinksToItself),
        _ => Refuse(WhyNotInEffect(mou.Stage)),
    };

    private static bool IsOther(MouId other, Mou mou) => !IsBlank(other.Value) && other != mou.Id;
}
