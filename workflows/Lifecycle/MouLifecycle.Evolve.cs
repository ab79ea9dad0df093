using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What an event makes of the state.
public static partial class MouLifecycle
{
    /// <summary>The state after an event.</summary>
    /// <exception cref="ImpossibleEventException">The event cannot follow on this state: the record is damaged.</exception>
    public static Mou Evolve(Mou mou, RecordedEvent recorded)
    {
        if (recorded.Number != mou.Version + 1) throw ImpossibleEventException.OutOfOrder(mou, recorded);
        var next = Apply(mou, recorded) with { Version = recorded.Number, ChangedAt = recorded.At };
        return next.Stage.Name == mou.Stage.Name ? next : next with { StageSince = recorded.At };
    }

    /// <summary>The state that a whole record gives, from its first event on.</summary>
    public static Mou Replay(MouId id, IEnumerable<RecordedEvent> events) => events.Aggregate(Mou.NotBegun(id), Evolve);

    private static Mou Apply(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (DraftCreated e, Stage.NotBegun) => mou with
        {
            Office = e.Office,
            Particulars = e.Particulars,
            Text = e.Text,
            CreatedAt = recorded.At,
            Stage = new Stage.Drafting(1, recorded.At + DefaultTimes.IdleDraftReminderAfter),
        },
        (DraftReplaced e, Stage.Drafting draft) => mou with
        {
            Particulars = e.Particulars,
            Text = e.Text,
            Stage = draft with { IdleReminderAt = recorded.At + DefaultTimes.IdleDraftReminderAfter },
        },
        (DraftSubmitted e, Stage.Drafting) => mou with
        {
            Stage = new Stage.UnderReview(e.Round, e.Text, e.Reviewer, e.AnswerBy, [], false, null),
            Rounds = [.. mou.Rounds, new Round(e.Round, e.Text, recorded.At, null)],
        },
        (TextAccepted e, Stage.UnderReview) => EndRound(mou, new(ReviewChoice.Accepted, e.OfficerName, null, true, recorded.At)) with
        {
            Stage = new Stage.Agreed(e.Round, e.Text, e.SetSigningBy, false),
        },
        (ChangesRequested e, Stage.UnderReview) => EndRound(mou, new(ReviewChoice.ChangesRequested, e.OfficerName, e.Reason, e.ReasonIsPublic, recorded.At)) with
        {
            Stage = new Stage.Drafting(e.Round + 1, recorded.At + DefaultTimes.IdleDraftReminderAfter),
        },
        (ReviewDeclined e, Stage.UnderReview) => EndRound(mou, new(ReviewChoice.Declined, e.OfficerName, e.Reason, e.ReasonIsPublic, recorded.At)) with
        {
            Stage = new Stage.Declined(e.Round, e.Text, e.OfficerName, e.Reason, e.ReasonIsPublic),
        },
        (SigningOpened e, Stage.Agreed agreed) => mou with
        {
            Stage = new Stage.Signing(
                agreed.Round, e.Text, new SigningSide.Asked(e.LocalGovernment, null), new SigningSide.Asked(e.Counterparty, null),
                e.Agreement, recorded.At + DefaultTimes.SignatureReminderAfter, false),
        },
        (SignerReplaced e, Stage.Signing signing) => mou with { Stage = WithSide(signing, new SigningSide.Asked(e.Signer, null)) },
        (TextSigned e, Stage.Signing signing) => mou with
        {
            Stage = WithSide(signing, new SigningSide.Signed(signing.On(e.Signature.Side).Signer, e.Signature)) with
            {
                OneSidedAlertAt = recorded.At + DefaultTimes.SignatureReminderAfter,
                Alerted = false,
            },
        },
        (TookEffect e, Stage.Signing { LocalGovernment: SigningSide.Signed ours, Counterparty: SigningSide.Signed theirs } signing) => mou with
        {
            Stage = new Stage.InEffect(signing.Round, signing.Text, e.On, ours.Signature, theirs.Signature),
        },
        (Withdrawn e, Stage.Drafting or Stage.Agreed or Stage.Signing) => mou with { Stage = new Stage.Withdrawn(e.Reason) },
        (Withdrawn e, Stage.UnderReview) => EndRound(mou, new(ReviewChoice.WithdrawnByOffice, "", e.Reason, true, recorded.At)) with
        {
            Stage = new Stage.Withdrawn(e.Reason),
        },
        (LinkReissued e, _) => mou with { Stage = WithLinkReissued(mou.Stage, e.Holder, recorded.At) ?? throw ImpossibleEventException.In(mou, recorded) },
        (ReminderFellDue e, _) => mou with { Stage = WithReminder(mou.Stage, e, recorded.At) ?? throw ImpossibleEventException.In(mou, recorded) },
        (FellOverdue { Matter: Reminder.Review }, Stage.UnderReview review) => mou with { Stage = review with { Overdue = true } },
        (FellOverdue { Matter: Reminder.SetSigning }, Stage.Agreed agreed) => mou with { Stage = agreed with { Overdue = true } },
        (MailUndelivered, not Stage.NotBegun) => mou,
        _ => throw ImpossibleEventException.In(mou, recorded),
    };

    private static Mou EndRound(Mou mou, RoundOutcome outcome) =>
        mou with { Rounds = [.. mou.Rounds.SkipLast(1), mou.Rounds[^1] with { Outcome = outcome }] };

    private static Stage.Signing WithSide(Stage.Signing signing, SigningSide side) => side.Signer.Side == Side.LocalGovernment
        ? signing with { LocalGovernment = side }
        : signing with { Counterparty = side };

    private static Stage? WithLinkReissued(Stage stage, LinkHolder holder, DateTimeOffset at) => (holder, stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => review with { LinkReissuedAt = at },
        (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked } signing) =>
            signing with { LocalGovernment = asked with { LinkReissuedAt = at } },
        (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked } signing) =>
            signing with { Counterparty = asked with { LinkReissuedAt = at } },
        _ => null,
    };

    private static Stage? WithReminder(Stage stage, ReminderFellDue due, DateTimeOffset at) => (due.Reminder, stage) switch
    {
        (Reminder.IdleDraft, Stage.Drafting draft) => draft with { IdleReminderAt = at + DefaultTimes.IdleDraftReminderAfter },
        (Reminder.Review, Stage.UnderReview review) => review with
        {
            Reminded = [.. DefaultTimes.ReviewRemindersBefore.Where(before => before >= due.WorkingDaysLeft)],
        },
        (Reminder.Signature, Stage.Signing signing) => signing with { Alerted = true },
        _ => null,
    };
}
