using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What an event makes of the state. It counts no working days: a holiday that is set later must not change what was recorded.
public static partial class MouLifecycle
{
    /// <summary>The state after an event.</summary>
    /// <exception cref="ImpossibleEventException">The event cannot follow on this state: the record is damaged.</exception>
    public static Mou Evolve(Mou mou, RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(mou);
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded.Number != mou.Version + 1) throw ImpossibleEventException.OutOfOrder(mou, recorded);
        var next = Apply(mou, recorded) ?? throw ImpossibleEventException.In(mou, recorded);
        next = next with { Version = recorded.Number, ChangedAt = recorded.At, Reminded = MarksAfter(mou, recorded) };
        return next.Stage.Name == mou.Stage.Name ? next : next with { StageSince = recorded.At, StageBy = recorded.By };
    }

    /// <summary>The state that a whole record gives, from its first event on.</summary>
    public static Mou Replay(MouId id, IEnumerable<RecordedEvent> events) => events.Aggregate(Mou.NotBegun(id), Evolve);

    /// <summary>Null: the event cannot follow here.</summary>
    private static Mou? Apply(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (DraftCreated e, Stage.NotBegun) => mou with
        {
            Office = e.Office,
            Particulars = e.Particulars,
            Text = e.Text,
            CreatedAt = recorded.At,
            Settings = e.Settings,
            Links = e.Origin is { } origin ? [origin] : [],
            Stage = Drafting(1, null, mou with { Settings = e.Settings, Particulars = e.Particulars, Office = e.Office }, recorded.At),
        },
        (_, Stage.NotBegun) => null,
        (HeldUp e, not Stage.OnHold) when !mou.Stage.IsEnd => mou with { Stage = new Stage.OnHold(mou.Stage, e.Reason, recorded.At) },
        (Released, Stage.OnHold hold) => mou with { Stage = hold.Before },
        (Varied e, _) => ApplyVariation(mou, e, recorded.At),
        (SuccessorConfirmed e, Stage.OnHold) when mou.Office == e.Former => mou with { Office = e.Successor },
        (Corrected or MailUndelivered, _) => mou,
        (Reminded, not Stage.OnHold) when !mou.Stage.IsEnd => mou,
        (ClauseCommented or CommentAnswered or CommentTakenBack, not Stage.OnHold) => ApplyComment(mou, recorded.Event),
        (OrchestrationIntervened or OrchestrationEndProposed or OrchestrationEndDropped, _) => ApplyOrchestration(mou, recorded),
        // What comes back while the case is held up is known after it.
        (DeadlineStopped, Stage.OnHold hold) => Stopped(mou with { Stage = hold.Before }, recorded) is { } stopped ? stopped with { Stage = hold with { Before = stopped.Stage } } : null,
        (DeadlineStopped, _) => Stopped(mou, recorded),
        _ => ApplyAtHome(mou, recorded) ?? ApplyInReview(mou, recorded) ?? ApplyInSigning(mou, recorded)
            ?? ApplyRelease(mou, recorded.Event) ?? ApplyAfterSignature(mou, recorded) ?? ApplyTime(mou, recorded) ?? ApplyRecipient(mou, recorded),
    };

    private static Stage.Drafting Drafting(int round, SentBack? back, Mou mou, DateTimeOffset at) =>
        new(round, at + TimeSpan.FromDays(mou.Rules.Times.IdleDraftDays), back);
}
