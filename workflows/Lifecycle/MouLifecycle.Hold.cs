using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// The association holds a case up when a party merged or was abolished. Meanwhile no time runs out.
public static partial class MouLifecycle
{
    private static Decision DecideHold(Hold hold, Mou mou) => mou.Stage switch
    {
        Stage.OnHold before when before.Reason == hold.Reason.Trim() => Nothing,
        Stage.OnHold => Refuse(Refusal.IsOnHold),
        _ when WhyEnded(mou.Stage) is { } ended => Refuse(ended),
        _ when IsBlank(hold.Reason) => Refuse(Refusal.ReasonMissing),
        _ => Happened(new HeldUp(hold.Reason.Trim())),
    };

    /// <summary>What was waited for gets the days back that it was held up.</summary>
    private static Decision DecideRelease(Release release, Mou mou, DateTimeOffset now)
    {
        if (mou.Stage is not Stage.OnHold hold) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NotOnHold);
        var days = SeoulTime.DayOf(now).DayNumber - SeoulTime.DayOf(hold.Since).DayNumber;
        IEnumerable<MouEvent> moved = days == 0 ? [] : RunningIn(hold.Before).Select(running =>
            new DeadlineMoved(running.Matter, running.Mission, Clocks.Extended(running.By, days, now, ExtendedBy.Hold, hold.Reason), DeadlineCause.Hold, hold.Reason));
        return Happened([new Released(Blank(release.Reason)), .. moved]);
    }

    private static Decision DecideSuccessor(ConfirmSuccessor confirm, Mou mou) => mou.Stage switch
    {
        _ when mou.Office == confirm.Successor => Nothing,
        Stage.OnHold => IsBlank(confirm.Successor.Value)
            ? Refuse(Refusal.SuccessorMissing)
            : Happened(new SuccessorConfirmed(mou.Office, confirm.Successor, Blank(confirm.Reason))),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotOnHold),
    };
}
