using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>One plain sentence for each thing that happened.</summary>
internal static class EventSentences
{
    public static string Of(RecordedEvent recorded, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"History.{key}", arguments);
        names = names.For(EventMission.Of(recorded.Event) ?? (recorded.By as Actor.EmbassyOfficer)?.Mission);
        var who = ActorName(recorded.By, names, language);
        return recorded.Event switch
        {
            MouEvent.DraftCreated => Say("DraftCreated", names.Office, who, names.Counterparty),
            MouEvent.DraftReplaced => Say("DraftReplaced", names.Office, who),
            MouEvent.DraftSubmitted e => Say("DraftSubmitted", names.Office, e.Round, names.Mission, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.TextAccepted e => Say("TextAccepted", names.Mission, e.Round, e.OfficerName),
            MouEvent.ChangesRequested e => Say("ChangesRequested", names.Mission, e.Round, e.OfficerName),
            MouEvent.ReviewDeclined e => Say("ReviewDeclined", names.Mission, e.Round, e.OfficerName),
            MouEvent.SigningOpened e => Say("SigningOpened", names.Office, e.LocalGovernment.Name, e.Counterparty.Name),
            MouEvent.SignerReplaced e => Say("SignerReplaced", names.Office, e.Signer.Name, e.Signer.Office),
            MouEvent.TextSigned e => Say("TextSigned", e.Signature.Name, e.Signature.Office),
            MouEvent.TookEffect e => Say("TookEffect", Dates.Long(e.On, language)),
            MouEvent.Withdrawn => Say("Withdrawn", names.Office),
            MouEvent.Corrected e => Say("Corrected", e.EventNumber, who),
            MouEvent.LinkReissued e => Say("LinkReissued", HolderName(e.Holder, names, language)),
            MouEvent.RecipientProposed e => Say("RecipientProposed", who, HolderName(e.Holder, names, language)),
            MouEvent.RecipientChanged e => Say("RecipientChanged", who, HolderName(e.Holder, names, language)),
            MouEvent.RecipientProposalDropped e => Say("RecipientProposalDropped", who),
            MouEvent.OrchestrationIntervened e => Say($"OrchestrationIntervened.{e.Deed}", who),
            MouEvent.OrchestrationEndProposed or MouEvent.OrchestrationEndDropped => Say(recorded.Event.GetType().Name, who),
            MouEvent.ReminderFellDue e => Say($"ReminderFellDue.{e.Reminder}", names.Office, names.Mission, Words.Count(language, "Dates.WorkingDays", e.WorkingDaysLeft)),
            MouEvent.FellOverdue e => Say($"FellOverdue.{e.Matter}", names.Office, names.Mission),
            MouEvent.Reminded e => Say($"Reminded.{e.To}", names.Office, e.To == Recipient.CounterpartySigner ? names.Counterparty : names.Mission, who),
            MouEvent.MailUndelivered { Holder: { } holder } => Say("MailUndelivered", HolderName(holder, names, language)),
            MouEvent.MailUndelivered => Say("OfficeMailUndelivered", names.Office),
            _ => AtHome(recorded, names, language) ?? AtEmbassies(recorded.Event, names, language) ?? AfterSignature(recorded.Event, names, language)
                ?? throw new InvalidOperationException($"{recorded.Event.GetType().Name} has no sentence."),
        };
    }

    private static string? AtHome(RecordedEvent recorded, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"History.{key}", arguments);
        return recorded.Event switch
        {
            MouEvent.ApprovalRequested e => Say("ApprovalRequested", names.Office, ActorName(recorded.By, names, language), Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.ApprovedInternally e => Say("ApprovedInternally", e.Name),
            MouEvent.ReturnedToDrafter e => Say("ReturnedToDrafter", e.Name),
            MouEvent.CouncilAsked => Say("CouncilAsked", names.Office),
            MouEvent.CouncilDecided { Decision: var e } => Say($"CouncilDecided.{e.Result}", e.Session, Dates.Long(e.On, language), e.Reference),
            MouEvent.CouncilSkipped e => Say("CouncilSkipped", e.LegalBasis),
            MouEvent.CentralReviewRequested e => Say("CentralReviewRequested", e.Desk.Name, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.CentralReviewResent e => Say("CentralReviewResent", e.Desk.Name, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.CentralReviewAnswered e => Say($"CentralReviewAnswered.{e.Answer}", e.Name),
            MouEvent.CentralReviewLapsed => Say("CentralReviewLapsed"),
            MouEvent.TextReopened => Say("TextReopened", names.Office),
            MouEvent.HeldUp => Say("HeldUp"),
            MouEvent.Released => Say("Released"),
            MouEvent.SuccessorConfirmed e when names.Offices.GetValueOrDefault(e.Successor) is { } successor && names.Offices.GetValueOrDefault(e.Former) is { } former =>
                Say("SuccessorConfirmed.Named", successor, former),
            MouEvent.SuccessorConfirmed => Say("SuccessorConfirmed"),
            MouEvent.DeadlineMoved e => Say($"DeadlineMoved.{e.Cause}", Words.Of(language, $"Terms.Matter.{e.Matter}"), Dates.Long(e.To.LastDay, language)),
            _ => null,
        };
    }

    private static string? AtEmbassies(MouEvent happened, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"History.{key}", arguments);
        return happened switch
        {
            MouEvent.ReviewAcknowledged e => Say("ReviewAcknowledged", names.Mission, e.OfficerName),
            MouEvent.EmbassyAccepted e => Say("EmbassyAccepted", names.Mission, e.Round, e.OfficerName),
            MouEvent.EmbassyDeclined e => Say("EmbassyDeclined", names.Mission, e.Round, e.OfficerName),
            MouEvent.ReferredToCapital e => Say("ReferredToCapital", names.Mission, e.OfficerName, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.CapitalExtended e => Say("CapitalExtended", names.Mission, e.Extension, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.ReturnedFromCapital e => Say("ReturnedFromCapital", names.Mission, e.OfficerName),
            MouEvent.ReviewHandedOver e => Say("ReviewHandedOver", names.Mission, e.OfficerName, e.To.Name ?? names.Mission, e.To.Address.Masked),
            MouEvent.ResendRequested e => Say("ResendRequested", names.Mission, e.OfficerName),
            MouEvent.DocumentResent e => Say("DocumentResent", names.Office, names.Mission, Dates.Long(e.AnswerBy.LastDay, language)),
            MouEvent.ClauseCommented { Mission: null } e => Say("ClauseCommented.Central", e.OfficerName, e.Clause, e.Number),
            MouEvent.CommentTakenBack e => Say("CommentTakenBack", e.OfficerName, e.Number),
            MouEvent.ClauseCommented e => Say("ClauseCommented", names.Mission, e.Clause, e.Round, e.Number, e.OfficerName),
            MouEvent.CommentAnswered e => Say($"CommentAnswered.{e.Verdict}", names.Office, e.Number),
            MouEvent.DeadlineStopped { Mission: null } => Say("DeadlineStopped.Central"),
            MouEvent.DeadlineStopped => Say("DeadlineStopped.Embassy", names.Mission),
            MouEvent.DocumentArrived e => Say("DocumentArrived", names.Mission, Dates.Moment(e.ArrivedAt, language)),
            _ => null,
        };
    }

    private static string? AfterSignature(MouEvent happened, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"History.{key}", arguments);
        string Day(DateOnly day) => Dates.Long(day, language);
        string Party(Side side) => side == Side.LocalGovernment ? names.Office : names.Counterparty;
        return happened switch
        {
            MouEvent.CeremonySet e when CeremonyWords.Closed(e.Closed, names, language) is { } closed =>
                $"{Say("CeremonySet", names.Office, CeremonyWords.When(e.Ceremony, language), e.Ceremony.Place)} {Words.Of(language, "Case.CeremonyOnClosedDay", closed)}",
            MouEvent.CeremonySet e => Say("CeremonySet", names.Office, CeremonyWords.When(e.Ceremony, language), e.Ceremony.Place),
            MouEvent.TextReleased => Say("TextReleased", names.Office),
            MouEvent.TextWithheld => Say("TextWithheld", names.Office),
            MouEvent.FullySigned e => Say("FullySigned", Day(e.SignedOn)),
            MouEvent.ScanKept { Scan: var e } => Say("ScanKept", names.Office, Party(e.Of), e.Form.ToString().ToUpperInvariant(), e.Hash.Short),
            MouEvent.NotificationRecorded e => Say("NotificationRecorded", names.Office, Day(e.On), e.Reference),
            MouEvent.Renewed e => Say("Renewed", Day(e.Until), e.Reference),
            MouEvent.RenewedAutomatically e => Say("RenewedAutomatically", Day(e.Until)),
            MouEvent.RenewalRefused e => Say("RenewalRefused", Party(e.By), Day(e.NotifiedOn)),
            MouEvent.Suspended => Say("Suspended", names.Office),
            MouEvent.Resumed => Say("Resumed", names.Office),
            MouEvent.NoticeGiven e => Say("NoticeGiven", Party(e.By), Day(e.EndsOn)),
            MouEvent.Terminated e => Say("Terminated", Day(e.On)),
            MouEvent.Expired e => Say("Expired", Day(e.On)),
            MouEvent.Superseded e => Say("Superseded", Day(e.On)),
            MouEvent.Varied { Term: { } term } e => Say("Varied.Term", Day(e.On), Day(term.EndsOn)),
            MouEvent.Varied e => Say("Varied", Day(e.On)),
            MouEvent.LinkedMouStarted e => Say($"LinkedMouStarted.{e.Kind}", names.Office),
            _ => null,
        };
    }

    /// <summary>A reason that was given, in the words of whoever gave it.</summary>
    public static (string Reason, bool IsPublic)? ReasonOf(MouEvent happened) => happened switch
    {
        MouEvent.ChangesRequested e => (e.Reason, e.ReasonIsPublic),
        MouEvent.ReviewDeclined { Reason: { } reason } e => (reason, e.ReasonIsPublic),
        MouEvent.Withdrawn e => (e.Reason, true),
        MouEvent.ReturnedToDrafter e => (e.Reason, true),
        MouEvent.CentralReviewAnswered { Words: { } words } => (words, true),
        MouEvent.EmbassyDeclined { Reason: { } reason } e => (reason, e.ReasonIsPublic),
        MouEvent.ResendRequested e => (e.What, true),
        MouEvent.ClauseCommented e => (e.Words is null || e.Proposed is null ? (e.Words ?? e.Proposed)! : $"{e.Words}\n\n{e.Proposed}", true),
        MouEvent.CommentAnswered { Words: { } words } => (words, true),
        MouEvent.DeadlineMoved { Reason: { } reason, Cause: not DeadlineCause.Hold } => (reason, true),
        MouEvent.TextReopened e => (e.Reason, true),
        MouEvent.TextWithheld e => (e.Reason, true),
        MouEvent.Suspended e => (e.Reason, true),
        MouEvent.Resumed e => (e.Reason, true),
        MouEvent.NoticeGiven e => (e.Reason, true),
        MouEvent.Terminated e => (e.Reason, true),
        MouEvent.HeldUp e => (e.Reason, true),
        MouEvent.Corrected e => (e.Words, true),
        MouEvent.Released { Reason: { } reason } => (reason, true),
        MouEvent.SuccessorConfirmed { Reason: { } reason } => (reason, true),
        MouEvent.DocumentArrived { Reason: { } reason } => (reason, true),
        MouEvent.LinkReissued { Reason: { } reason } => (reason, true),
        MouEvent.RecipientProposed e => (e.Reason, true),
        MouEvent.RecipientChanged e => (e.Reason, true),
        MouEvent.RecipientProposalDropped e => (e.Reason, true),
        MouEvent.OrchestrationIntervened e => (e.Reason, true),
        MouEvent.OrchestrationEndProposed e => (e.Reason, true),
        MouEvent.OrchestrationEndDropped e => (e.Reason, true),
        _ => null,
    };

    public static string HolderName(LinkHolder holder, CaseNames names, Language language) => holder switch
    {
        LinkHolder.Reviewer => names.Mission,
        LinkHolder.CentralReviewer => Words.Of(language, "Terms.CentralReviewer"),
        LinkHolder.LocalGovernmentSigner => Words.Of(language, "Terms.SignerOf", names.Office),
        LinkHolder.CounterpartySigner => Words.Of(language, "Terms.SignerOf", names.Counterparty),
        _ => throw new InvalidOperationException($"{holder} has no name."),
    };

    public static string ActorName(Actor actor, CaseNames names, Language language) => actor switch
    {
        Actor.OfficeMember member => member.Name,
        Actor.ApiClient client => Words.Of(language, "Terms.Program", client.Label),
        Actor.EmbassyOfficer officer => officer.Name,
        Actor.SigningPerson signer => signer.Name,
        Actor.MinistryReviewer reviewer => reviewer.Name,
        Actor.CeremonyWitness witness => witness.Name,
        Actor.AssociationMember member => member.Name,
        Actor.Public => Words.Of(language, "Terms.PublicReader"),
        Actor.Clock => Words.Of(language, "Terms.Clock"),
        Actor.MailService => Words.Of(language, "Terms.MailService"),
        _ => throw new InvalidOperationException($"{actor.GetType().Name} has no name for {names.Office}."),
    };
}
