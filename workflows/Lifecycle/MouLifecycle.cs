using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// The life of an MOU as two pure functions. <see cref="Decide(MouCommand, Mou, DateTimeOffset)"/> answers every command in
/// every stage, with events or a named refusal; <see cref="Evolve"/> takes an event into the state and throws on what cannot
/// have happened. Each stage's rules stand in a file of its own.
/// </summary>
public static partial class MouLifecycle
{
    /// <summary>What comes of a command of this actor: refused where it is not theirs, else decided.</summary>
    public static Decision Decide(MouCommand command, Actor by, Mou mou, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mou);
        if ((mou.Stage is not Stage.NotBegun || command is CreateDraft) && !WhoMayDo.Allows(command, by, mou)) return Refuse(Refusal.NotYours);
        return Decide(SaidBy(by, command), mou, now) switch
        {
            Decision.Events { New.Count: > 0 } when by is Actor.AssociationMember && LacksReason(command) => Refuse(Refusal.ReasonMissing),
            var decision => decision,
        };
    }

    /// <summary>The association says why, whatever it does to somebody else's case. Its other commands cannot be given without a reason by anybody.</summary>
    private static bool LacksReason(MouCommand command) => command switch
    {
        Release release => IsBlank(release.Reason),
        ConfirmSuccessor confirm => IsBlank(confirm.Reason),
        RecordArrival arrival => IsBlank(arrival.Reason),
        ReissueLink reissue => IsBlank(reissue.Reason),
        _ => false,
    };

    /// <summary>With what the command itself must know of its author.</summary>
    private static MouCommand SaidBy(Actor by, MouCommand command) => command switch
    {
        ExtendDeadline extend => extend with { By = GiverOf(by) },
        ConfirmRecipient confirm => confirm with { PersonId = (by as Actor.AssociationMember)?.PersonId },
        ConfirmOrchestrationEnd confirm => confirm with { PersonId = (by as Actor.AssociationMember)?.PersonId },
        _ => command,
    };

    private static ExtendedBy GiverOf(Actor by) => by is Actor.AssociationMember ? ExtendedBy.Desk : ExtendedBy.Office;

    /// <summary>
    /// What comes of a command now. A command that was carried out before, said again the same way, gives no events
    /// and no refusal: whoever repeats it gets the answer that the first call got.
    /// </summary>
    /// <param name="now">The present, in UTC.</param>
    public static Decision Decide(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        CreateDraft create => DecideCreate(create, mou),
        _ when mou.Stage is Stage.NotBegun => Refuse(Refusal.NotBegun),
        PassTime => Happened([.. WhatFellDue.By(now, mou)]),
        ReportUndeliveredMail report => DecideUndelivered(report, mou),
        Correct correct => DecideCorrect(correct, mou),
        Hold hold => DecideHold(hold, mou),
        Release release => DecideRelease(release, mou, now),
        ConfirmSuccessor confirm => DecideSuccessor(confirm, mou),
        TakeUpVariation taken => DecideTakeUp(taken, mou),
        _ when DecideOrchestration(command, mou, now) is { } stepped => stepped,
        _ when mou.Stage is Stage.OnHold => Refuse(Refusal.IsOnHold),
        ReplaceDraft replace => DecideReplace(replace, mou),
        SubmitDraft submit => DecideSubmit(submit, mou, now),
        ReopenText reopen => DecideReopen(reopen, mou),
        Withdraw withdraw => DecideWithdraw(withdraw, mou),
        ReissueLink reissue => DecideReissue(reissue, mou, now),
        Remind => DecideRemind(mou, now),
        _ => DecideRecipient(command, mou, now) ?? DecideStep(command, mou, now) ?? DecideDeadline(command, mou, now) ?? DecideReview(command, mou, now)
            ?? DecideSigning(command, mou, now) ?? DecideRelease(command, mou) ?? DecideAfterSignature(command, mou, now)
            ?? throw new InvalidOperationException($"{command.GetType().Name} is not decided on."),
    };

    /// <summary>The case has ended, and how; null while it lives.</summary>
    private static Refusal? WhyEnded(Stage stage) => stage switch
    {
        Stage.Declined => Refusal.WasDeclined,
        Stage.Withdrawn => Refusal.WasWithdrawn,
        Stage.Blocked => Refusal.WasBlocked,
        Stage.Expired => Refusal.HasExpired,
        Stage.Terminated => Refusal.WasTerminated,
        Stage.Superseded => Refusal.WasSuperseded,
        _ => null,
    };

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Blank(string? text) => IsBlank(text) ? null : text!.Trim();

    private static readonly Decision Nothing = new Decision.Events([]);

    private static Decision.Events Happened(params MouEvent[] events) => new(events);

    private static Decision.Refused Refuse(Refusal why) => new(why);
}
