using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>One plain sentence for each thing that happened.</summary>
internal static class EventSentences
{
    public static string Of(RecordedEvent recorded, CaseNames names, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"History.{key}", arguments);
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
            MouEvent.LinkReissued e => Say("LinkReissued", HolderName(e.Holder, names, language)),
            MouEvent.ReminderFellDue e => Say($"ReminderFellDue.{e.Reminder}", names.Office, names.Mission, Words.Count(language, "Dates.WorkingDays", e.WorkingDaysLeft)),
            MouEvent.FellOverdue e => Say($"FellOverdue.{e.Matter}", names.Office, names.Mission),
            MouEvent.MailUndelivered { Holder: { } holder } => Say("MailUndelivered", HolderName(holder, names, language)),
            MouEvent.MailUndelivered => Say("OfficeMailUndelivered", names.Office),
            _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} has no sentence."),
        };
    }

    /// <summary>A reason that was given, in the words of whoever gave it.</summary>
    public static (string Reason, bool IsPublic)? ReasonOf(MouEvent happened) => happened switch
    {
        MouEvent.ChangesRequested e => (e.Reason, e.ReasonIsPublic),
        MouEvent.ReviewDeclined { Reason: { } reason } e => (reason, e.ReasonIsPublic),
        MouEvent.Withdrawn e => (e.Reason, true),
        _ => null,
    };

    public static string HolderName(LinkHolder holder, CaseNames names, Language language) => holder switch
    {
        LinkHolder.Reviewer => names.Mission,
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
        Actor.Clock => Words.Of(language, "Terms.Clock"),
        Actor.MailService => Words.Of(language, "Terms.MailService"),
        _ => throw new InvalidOperationException($"{actor.GetType().Name} has no name for {names.Office}."),
    };
}
