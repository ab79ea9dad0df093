using System.Globalization;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Signing;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Which effects follow on an event: one mail for each thing that a person must know or do, to that person only.</summary>
public static partial class Effects
{
    /// <param name="before">The state before the event, where the event itself does not say who was concerned.</param>
    public static IReadOnlyList<Effect> Of(RecordedEvent recorded, Mou before)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(before);
        return
        [
            new(Name(recorded.Number, "lists"), recorded.Number, EffectKind.Lists, null, null),
            .. RegisteredSteps.AreTakenBy(recorded.Event, before) ? [new Effect(Name(recorded.Number, "register"), recorded.Number, EffectKind.Register, null, null)] : Array.Empty<Effect>(),
            .. Mails(recorded, before).Distinct().Select(mail => new Effect(
                Name(recorded.Number, $"mail-{mail.Kind}-{mail.To}{(mail.Mission is { } mission ? "-" + mission : "")}"),
                recorded.Number, EffectKind.Mail, mail.Kind, mail.To, mail.Mission, NotBefore(mail, recorded, before))),
            .. recorded.Event is OrchestrationIntervened ? [new Effect(Name(recorded.Number, "orchestration"), recorded.Number, EffectKind.Orchestration, null, null)] : Array.Empty<Effect>(),
            .. ConcernsLinked(recorded.Event, before) ? [new Effect(Name(recorded.Number, "linked"), recorded.Number, EffectKind.LinkedMous, null, null)] : Array.Empty<Effect>(),
        ];
    }

    /// <summary>On release too: what ended meanwhile took nothing along that was on hold.</summary>
    private static bool ConcernsLinked(MouEvent happened, Mou before) => happened switch
    {
        TookEffect => before.IsVariation,
        Released => before.IsVariation && before.Stage.Given is not null,
        Expired or Terminated or Superseded => before.Variations.Count > 0,
        _ => false,
    };

    private static string Name(int eventNumber, string what) => string.Create(CultureInfo.InvariantCulture, $"{eventNumber:D10}-{what}");

    /// <param name="Mission">Which embassy, where it is not the one that leads.</param>
    private readonly record struct Mail(MailKind Kind, Recipient To, MissionId? Mission = null);

    private static IEnumerable<Mail> Mails(RecordedEvent recorded, Mou before) => recorded.Event switch
    {
        ReminderFellDue reminder => Reminders(reminder, before),
        FellOverdue overdue => Overdue(overdue, before),
        Reminded reminded => [Again(reminded, before)],
        LinkReissued reissued => [new(AskAgain(reissued.Holder), HolderAsRecipient(reissued.Holder), Beside(reissued.Mission, before))],
        RecipientProposed or OrchestrationEndProposed or OrchestrationEndDropped => [new(MailKind.DeskToldOfEvent, Recipient.Desk)],
        OrchestrationIntervened stepped => SteppedIn(stepped, before),
        RecipientChanged changed =>
        [
            // What had come back is sent anew by an event of its own.
            .. MouLifecycle.HasComeBack(changed.Holder, changed.Mission, before)
                ? Array.Empty<Mail>() : [new(AskAgain(changed.Holder), HolderAsRecipient(changed.Holder), Beside(changed.Mission, before))],
            new(MailKind.PartyToldOfEvent, Recipient.FormerReader),
            new(MailKind.OfficeToldOfEvent, Recipient.Office),
        ],
        MailUndelivered => [new(MailKind.OfficeToldOfUndeliveredMail, Recipient.Office)],
        // The office hears of it by the mail on what came back.
        DeadlineStopped => [new(MailKind.DeskToldOfEvent, Recipient.Desk)],
        // Who has the ceremony in a calendar hears that it is called off, the office too.
        Withdrawn or TextReopened when CeremonyNews.CallsOff(recorded.Event, before) is not null =>
            [.. WhoWaited(before, recorded.Event is Withdrawn ? MailKind.WithdrawnNotice : MailKind.PartyToldOfEvent), new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        Withdrawn => WhoWaited(before, MailKind.WithdrawnNotice),
        TextReopened or HeldUp or Released => [.. WhoWaited(before, MailKind.PartyToldOfEvent), .. ToldUnlessBy(recorded)],
        SuccessorConfirmed => [.. WhoWaited(before, MailKind.PartyToldOfEvent), .. ToldUnlessBy(recorded), new(MailKind.PartyToldOfEvent, Recipient.FormerOffice)],
        Corrected => ToldUnlessBy(recorded),
        DocumentArrived arrived when recorded.By is Actor.AssociationMember =>
            [new(MailKind.PartyToldOfEvent, Recipient.Reviewer, Beside(arrived.Mission, before)), new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        DeadlineMoved moved => Moved(moved, recorded, before),
        _ => AtHome(recorded.Event) ?? AtEmbassies(recorded.Event, before) ?? WhenSigned(recorded, before),
    };

    /// <summary>The office where its case stands still or goes on again; the other administrators where one of them mended; nobody of a look.</summary>
    private static IEnumerable<Mail> SteppedIn(OrchestrationIntervened stepped, Mou before) => stepped.Deed switch
    {
        Intervention.Nudge or Intervention.RetryEffect or Intervention.RetryMail => [],
        Intervention.Restart or Intervention.Rewind when before.Stop is null => [new(MailKind.DeskToldOfEvent, Recipient.Desk)],
        _ => [new(MailKind.OfficeToldOfEvent, Recipient.Office), new(MailKind.DeskToldOfEvent, Recipient.Desk)],
    };

    private static IEnumerable<Mail>? AtHome(MouEvent happened) => happened switch
    {
        ApprovalRequested => [new(MailKind.ApprovalRequested, Recipient.HeadOfOffice)],
        CouncilAsked => [new(MailKind.CouncilRequested, Recipient.CouncilClerk)],
        CentralReviewRequested or CentralReviewResent => [new(MailKind.CentralReviewRequested, Recipient.CentralReviewer)],
        ApprovedInternally or ReturnedToDrafter or CouncilDecided => [new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        CentralReviewAnswered or CentralReviewLapsed =>
            [new(MailKind.OfficeToldOfEvent, Recipient.Office), new(MailKind.PartyToldOfEvent, Recipient.CentralReviewer)],
        _ => null,
    };

    private static IEnumerable<Mail>? AtEmbassies(MouEvent happened, Mou before) => happened switch
    {
        DraftSubmitted submitted =>
            [new(MailKind.ReviewRequested, Recipient.Reviewer), .. (submitted.Others ?? []).Select(other => new Mail(MailKind.ReviewRequested, Recipient.Reviewer, other.Reviewer.Mission))],
        TextAccepted or ChangesRequested or ReviewDeclined =>
        [
            new(MailKind.OfficeToldOfDecision, Recipient.Office), new(MailKind.DecisionCopy, Recipient.Reviewer, Beside(EventMission.Of(happened), before)),
            .. Reviewers(before, MailKind.PartyToldOfEvent).Where(mail => mail.Mission != Beside(EventMission.Of(happened), before)),
        ],
        EmbassyAccepted or EmbassyDeclined =>
            [new(MailKind.OfficeToldOfEvent, Recipient.Office), new(MailKind.PartyToldOfEvent, Recipient.Reviewer, Beside(EventMission.Of(happened), before))],
        ReviewAcknowledged or ReferredToCapital or CapitalExtended or ReturnedFromCapital or ResendRequested => [new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        // The first of a round: whoever reads that looks at the page, where the others stand too.
        ClauseCommented comment => before.Comments.Any(mark => mark.Round == comment.Round && mark.Mission == comment.Mission)
            ? [] : [new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        CommentAnswered or CommentTakenBack => [],
        ReviewHandedOver handed =>
            [new(MailKind.ReviewRequested, Recipient.Reviewer, Beside(handed.Mission, before)), new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        DocumentResent resent => [new(MailKind.ReviewRequested, Recipient.Reviewer, Beside(resent.Mission, before))],
        _ => null,
    };

    private static IEnumerable<Mail> WhenSigned(RecordedEvent recorded, Mou before) => recorded.Event switch
    {
        SigningOpened =>
        [
            new(MailKind.SigningRequested, Recipient.LocalGovernmentSigner), new(MailKind.SigningRequested, Recipient.CounterpartySigner),
            .. CeremonyNews.CallsOff(recorded.Event, before) is null ? [] : Reviewers(before, MailKind.PartyToldOfEvent).Append(new(MailKind.OfficeToldOfEvent, Recipient.Office)),
        ],
        SignerReplaced replaced => [new(MailKind.SigningRequested, SignerOn(replaced.Signer.Side))],
        CeremonySet => [.. Everybody(before, MailKind.PartyToldOfEvent), new(MailKind.OfficeToldOfEvent, Recipient.Office)],
        TextSigned { Signature.OnPaper: true } => [],
        TextSigned signed => [new(MailKind.SignatureCopy, SignerOn(signed.Signature.Side)), new(MailKind.OfficeToldOfSignature, Recipient.Office)],
        FullySigned => [new(MailKind.OfficeToldOfEvent, Recipient.Office), .. Everybody(before, MailKind.PartyToldOfEvent)],
        NotificationRecorded =>
        [
            .. before.Rounds is [.., { Central: not null }] ? [new(MailKind.CentralDeskCopy, Recipient.CentralDesk)] : Array.Empty<Mail>(),
            new(MailKind.DeskToldOfEvent, Recipient.Desk),
        ],
        TookEffect => [new(MailKind.InEffect, Recipient.Office), .. Everybody(before, MailKind.InEffect)],
        Varied { Term: not null } => [.. Reviewers(before, MailKind.PartyToldOfEvent), .. ToldUnlessBy(recorded)],
        // The mails about the MOU that it varied say it.
        Terminated or Expired or Superseded when before.IsVariation && recorded.By is Actor.Clock => [],
        Renewed or RenewedAutomatically or RenewalRefused or Suspended or Resumed or NoticeGiven or Terminated or Expired or Superseded =>
            [.. Reviewers(before, MailKind.PartyToldOfEvent), .. ToldUnlessBy(recorded)],
        _ => [],
    };

    private static IEnumerable<Mail> Everybody(Mou before, MailKind kind) =>
        [.. Reviewers(before, kind), new(kind, Recipient.LocalGovernmentSigner), new(kind, Recipient.CounterpartySigner)];

    /// <summary>The embassies of the last round, but for those that left it.</summary>
    private static IEnumerable<Mail> Reviewers(Mou before, MailKind kind) => before.Embassies
        .Where(embassy => embassy.Standing is not EmbassyStanding.Declined)
        .Select(embassy => new Mail(kind, Recipient.Reviewer, Beside(embassy.Mission, before)));

    /// <summary>Nobody is written to about what they did themselves.</summary>
    private static IEnumerable<Mail> ToldUnlessBy(RecordedEvent recorded) =>
        recorded.By is Actor.OfficeMember or Actor.ApiClient ? [] : [new(MailKind.OfficeToldOfEvent, Recipient.Office)];

    /// <summary>Those who wait for something of this stage, or were asked for something in it.</summary>
    private static IEnumerable<Mail> WhoWaited(Mou before, MailKind kind) => before.Stage.Live switch
    {
        Stage.InternalApproval => [new(kind, Recipient.HeadOfOffice)],
        Stage.CouncilDecision => [new(kind, Recipient.CouncilClerk)],
        Stage.CentralReview => [new(kind, Recipient.CentralReviewer)],
        Stage.UnderReview or Stage.Agreed => Reviewers(before, kind),
        Stage.Signing => Everybody(before, kind),
        Stage.Signed or Stage.InEffect or Stage.Suspended or Stage.NoticeGiven when kind != MailKind.WithdrawnNotice => Reviewers(before, kind),
        _ => [],
    };

    /// <summary>Null for the one that leads: its effects have the names that they always had.</summary>
    private static MissionId? Beside(MissionId? mission, Mou mou) => mission == mou.Particulars.Mission ? null : mission;
}
