using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Mails about a case, by their kind and, where it matters, by what happened.</summary>
internal static class CaseSheets
{
    public static MailSheet Of(MailLetter.AboutCase letter, Language language, DateTimeOffset now)
    {
        var (names, key, arguments) = (
            CaseNames.Of(letter.Mou, letter.Office, letter.Mission, language), KeyOf(letter), MailArguments.Of(letter, language, now));
        string Say(string words) => Words.Of(language, $"Mail.{words}", arguments);
        return new(
            language, SubjectOf(letter, names, language) ?? Say($"{key}.Subject"), Say($"{key}.Lead"), null,
            letter.Link is null ? null : Say($"Button.{ButtonOf(letter.Kind)}"),
            [.. Parts(letter, key, language).Select(Say)], [.. Facts(letter, names, language)], Quote(letter, language),
            [
                Say($"Why.{WhyOf(letter)}"), Say(AudienceOf(letter.Kind) is "Office" or "Desk" ? "Ask.Service" : "Ask.Matter"),
                .. letter.CanReply ? [Say("CanReply")] : Array.Empty<string>(),
            ]);
    }

    /// <summary>The words that follow the lead, by their keys: what happened where the lead does not say it, what is asked, and what is next.</summary>
    private static IEnumerable<string> Parts(MailLetter.AboutCase letter, string key, Language language)
    {
        if (letter is { Kind: MailKind.ReviewRequested, Event.Event: MouEvent.ReviewHandedOver or MouEvent.DocumentResent { To: null } }) yield return "OfficeToldOfEvent.Lead";
        var next = NextAfter(letter, language);
        if (next is null || letter.Kind == MailKind.PartyToldOfEvent) yield return $"{key}.Body";
        if (next is not null) yield return next;
        if (letter.Kind is MailKind.ReviewRequested or MailKind.ReviewReminder && MailArguments.AcknowledgeBy(letter) is not null) yield return "AcknowledgeBy";
        if (letter is { Kind: MailKind.CentralReviewRequested or MailKind.CentralReviewReminder, Mou.Stage: Stage.CentralReview { Mode: not CentralReviewMode.Off and var mode } })
            yield return $"CentralMode.{mode}";
    }

    /// <summary>The key of what follows on an event, for the office, a party or the association; null where it has no words of its own.</summary>
    private static string? NextAfter(MailLetter.AboutCase letter, Language language)
    {
        if (letter.Kind is not (MailKind.OfficeToldOfEvent or MailKind.PartyToldOfEvent or MailKind.DeskToldOfEvent)) return null;
        var happened = letter.Event.Event is MouEvent.CentralReviewAnswered answered ? $"CentralReviewAnswered.{answered.Answer}" : NameOf(letter.Event.Event);
        var key = $"Next.{AudienceOf(letter.Kind)}.{happened}";
        return Words.Find(language, $"Mail.{key}") is null ? null : key;
    }

    /// <summary>What happened, in a few words and first; null where the kind's own subject says it.</summary>
    private static string? SubjectOf(MailLetter.AboutCase letter, CaseNames names, Language language) =>
        letter.Kind is MailKind.OfficeToldOfEvent or MailKind.PartyToldOfEvent or MailKind.DeskToldOfEvent
        && Words.Find(language, $"Mail.Event.{NameOf(letter.Event.Event)}") is { } happened
            ? Words.Of(language, "Mail.EventSubject", happened, letter.Kind == MailKind.OfficeToldOfEvent ? names.Counterparty : names.Office, names.Country)
            : null;

    private static string NameOf(MouEvent happened) =>
        happened is MouEvent.OrchestrationIntervened stepped ? $"{nameof(MouEvent.OrchestrationIntervened)}.{stepped.Deed}" : happened.GetType().Name;

    /// <summary>Some kinds say different things about different events.</summary>
    private static string KeyOf(MailLetter.AboutCase letter) => (letter.Kind, letter.Event.Event) switch
    {
        (MailKind.DecisionCopy or MailKind.OfficeToldOfDecision, var decision) => $"{letter.Kind}.{ChoiceOf(decision)}",
        (MailKind.OfficeReminder, MouEvent.FellOverdue { Matter: Reminder.Review or Reminder.SetSigning } overdue) => $"OfficeReminder.{overdue.Matter}Overdue",
        (MailKind.OfficeReminder, MouEvent.FellOverdue overdue) => $"OfficeReminder.{overdue.Matter}",
        (MailKind.OfficeReminder, MouEvent.ReminderFellDue due) => $"OfficeReminder.{due.Reminder}",
        (MailKind.CentralReviewReminder, MouEvent.FellOverdue) => "CentralReviewOverdue",
        (MailKind.CentralReviewReminder, MouEvent.Reminded) when letter.Mou.Stage is Stage.CentralReview { Answer.Overdue: true } => "CentralReviewOverdue",
        _ => letter.Kind.ToString(),
    };

    private static ReviewChoice ChoiceOf(MouEvent decision) => decision switch
    {
        MouEvent.TextAccepted => ReviewChoice.Accepted,
        MouEvent.ChangesRequested => ReviewChoice.ChangesRequested,
        MouEvent.ReviewDeclined => ReviewChoice.Declined,
        _ => throw new InvalidOperationException($"{decision.GetType().Name} is no decision of an embassy."),
    };

    private static string ButtonOf(MailKind kind) => kind switch
    {
        MailKind.ReviewRequested or MailKind.ReviewReminder or MailKind.ReviewOverdue or MailKind.AcknowledgementReminder => "Review",
        MailKind.CentralReviewRequested or MailKind.CentralReviewReminder => "CentralReview",
        MailKind.SigningRequested or MailKind.SigningReminder => "Sign",
        MailKind.CentralDeskCopy => "Copies",
        MailKind.PartyToldOfEvent or MailKind.DecisionCopy or MailKind.SignatureCopy or MailKind.InEffect or MailKind.WithdrawnNotice => "Record",
        _ => "Case",
    };

    private static string AudienceOf(MailKind kind) => kind switch
    {
        MailKind.ReviewRequested or MailKind.ReviewReminder or MailKind.ReviewOverdue or MailKind.DecisionCopy
            or MailKind.AcknowledgementReminder => "Embassy",
        MailKind.CentralReviewRequested or MailKind.CentralReviewReminder or MailKind.CentralDeskCopy => "Ministry",
        MailKind.SigningRequested or MailKind.SigningReminder or MailKind.SignatureCopy => "Signer",
        MailKind.InEffect or MailKind.WithdrawnNotice or MailKind.PartyToldOfEvent => "Party",
        MailKind.DeskEscalation or MailKind.DeskToldOfEvent => "Desk",
        _ => "Office",
    };

    /// <summary>A colleague's address is on file nowhere: they were named in the hand-over.</summary>
    private static string WhyOf(MailLetter.AboutCase letter) =>
        AudienceOf(letter.Kind) == "Embassy" && MailArguments.ReviewerIn(letter)?.Name is not null ? "Colleague" : AudienceOf(letter.Kind);

    private static IEnumerable<MailFact> Facts(MailLetter.AboutCase letter, CaseNames names, Language language)
    {
        MailFact Fact(string key, string value) => new(Words.Of(language, key), value);
        yield return Fact("Mail.Where", names.Title);
        if (AudienceOf(letter.Kind) != "Office") yield return Fact("Mail.From", names.Office);
        yield return Fact("Mail.With", $"{names.Counterparty} ({names.Country})");
        if (letter.Event.Event is MouEvent.TextSigned { Signature: var signature })
            yield return Fact("Mail.SignedAs", $"{signature.Name}, {signature.Office}");
        if (letter.Kind is MailKind.DecisionCopy or MailKind.SignatureCopy)
        {
            yield return Fact("Mail.RecordedAt", Dates.Moment(letter.Event.At, language));
            yield return Fact("Terms.TextIdentity", MailArguments.TextOf(letter).Value);
        }
    }

    /// <summary>Why a link was sent again or elsewhere is said in the record; whoever gets it is asked what they were asked before.</summary>
    private static MailFact? Quote(MailLetter.AboutCase letter, Language language) => EventSentences.ReasonOf(letter.Event.Event) switch
    {
        null => null,
        _ when letter.Event.Event is MouEvent.LinkReissued || (letter.Event.Event is MouEvent.RecipientChanged && letter.Kind != MailKind.OfficeToldOfEvent) => null,
        { IsPublic: true } given => new(Words.Of(language, "Mail.ReasonGiven"), given.Reason),
        { } given => new($"{Words.Of(language, "Mail.ReasonGiven")} ({Words.Of(language, "Mail.ReasonNotPublic").TrimEnd('.')})", given.Reason),
    };
}
