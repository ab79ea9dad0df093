using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// The life of an MOU as two pure functions. <see cref="Decide"/> answers every command in every stage, with events or a named
/// refusal; <see cref="Evolve"/> takes an event into the state and throws on what cannot have happened.
/// </summary>
public static partial class MouLifecycle
{
    /// <summary>
    /// What comes of a command now. A command that was carried out before, said again the same way, gives no events
    /// and no refusal: whoever repeats it gets the answer that the first call got.
    /// </summary>
    /// <param name="now">The present, in UTC.</param>
    public static Decision Decide(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        CreateDraft create => DecideCreate(create, mou),
        _ when mou.Stage is Stage.NotBegun => Refuse(Refusal.NotBegun),
        ReplaceDraft replace => DecideReplace(replace, mou),
        SubmitDraft submit => DecideSubmit(submit, mou, now),
        AcceptText accept => DecideAccept(accept, mou, now),
        RequestChanges request => DecideRequestChanges(request, mou),
        DeclineReview decline => DecideDecline(decline, mou),
        OpenSigning open => DecideOpenSigning(open, mou),
        SignText sign => DecideSign(sign, mou, now),
        Withdraw withdraw => DecideWithdraw(withdraw, mou),
        ReissueLink reissue => DecideReissue(reissue, mou, now),
        PassTime => Happened([.. WhatFellDue.By(now, mou)]),
        ReportUndeliveredMail report => Happened(new MailUndelivered(report.MailId, report.Holder, report.Why)),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not decided on."),
    };

    private static Decision DecideCreate(CreateDraft create, Mou mou) => mou.Stage switch
    {
        Stage.NotBegun => Happened(new DraftCreated(create.Office, create.Particulars, create.Text)),
        Stage.Drafting when mou.Version == 1 && mou.Office == create.Office && mou.Text == create.Text => Nothing,
        _ => Refuse(Refusal.AlreadyExists),
    };

    private static Decision DecideReplace(ReplaceDraft replace, Mou mou) => mou.Stage switch
    {
        Stage.Drafting when mou.Text == replace.Text && SameParticulars(mou.Particulars, replace.Particulars) => Nothing,
        Stage.Drafting => Happened(new DraftReplaced(replace.Particulars, replace.Text)),
        _ => Refuse(WhyNotEditable(mou.Stage)),
    };

    private static Decision DecideWithdraw(Withdraw withdraw, Mou mou) => mou.Stage switch
    {
        Stage.Withdrawn before when before.Reason == withdraw.Reason.Trim() => Nothing,
        Stage.Withdrawn => Refuse(Refusal.WasWithdrawn),
        Stage.Declined => Refuse(Refusal.WasDeclined),
        Stage.InEffect => Refuse(Refusal.InEffect),
        _ when string.IsNullOrWhiteSpace(withdraw.Reason) => Refuse(Refusal.ReasonMissing),
        _ => Happened(new Withdrawn(withdraw.Reason.Trim())),
    };

    private static Decision DecideReissue(ReissueLink reissue, Mou mou, DateTimeOffset now) => LinkSentAt(reissue.Holder, mou.Stage) switch
    {
        { HasLink: false } => Refuse(Refusal.HolderHasNoLink),
        { At: { } at } when now - at < DefaultTimes.LinkReissueEvery => Refuse(Refusal.LinkSentJustNow),
        _ => Happened(new LinkReissued(reissue.Holder)),
    };

    private static (bool HasLink, DateTimeOffset? At) LinkSentAt(LinkHolder holder, Stage stage) => (holder, stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => (true, review.LinkReissuedAt),
        (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked }) => (true, asked.LinkReissuedAt),
        (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked }) => (true, asked.LinkReissuedAt),
        _ => (false, null),
    };

    private static Refusal WhyNotEditable(Stage stage) => stage switch
    {
        Stage.NotBegun => Refusal.NotBegun,
        Stage.UnderReview => Refusal.TextIsUnderReview,
        Stage.Declined => Refusal.WasDeclined,
        Stage.Withdrawn => Refusal.WasWithdrawn,
        _ => Refusal.TextIsFrozen,
    };

    /// <summary>Lists in records compare by reference, and a draft that is saved unchanged must not become an event.</summary>
    private static bool SameParticulars(Particulars a, Particulars b) =>
        a with { Fields = b.Fields, Languages = b.Languages } == b && a.Fields.SequenceEqual(b.Fields) && a.Languages.SequenceEqual(b.Languages);

    private static readonly Decision Nothing = new Decision.Events([]);

    private static Decision.Events Happened(params MouEvent[] events) => new(events);

    private static Decision.Refused Refuse(Refusal why) => new(why);
}
