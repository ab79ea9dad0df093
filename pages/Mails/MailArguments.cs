using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>
/// What the words of mails about cases can name, by number: 0 office, 1 mission, 2 counterparty, 3 title, 4 round, 5 deadline's day,
/// 6 deadline in full, 7 working days left, 8 the person concerned, 9 country, 10 the day it took effect, 11 the event's own sentence,
/// 12 the last day of its term, 13 the deadline to acknowledge in full, 14 the reviewer's address, masked.
/// </summary>
internal static class MailArguments
{
    private const string Nothing = "–";

    public static object[] Of(MailLetter.AboutCase letter, Language language, DateTimeOffset now)
    {
        var names = CaseNames.Of(letter.Mou, letter.Office, letter.Mission, language);
        var deadline = DeadlineOf(letter);
        return
        [
            names.Office, names.Mission, names.Counterparty, names.Title, RoundOf(letter),
            deadline is null ? Nothing : Dates.Short(deadline.LastDay, language),
            deadline is null ? Nothing : DeadlineWords.Until(deadline, IsForEmbassy(letter) ? letter.Mission : null, language),
            deadline is null ? Nothing : DeadlineWords.Left(deadline, now, language),
            PersonIn(letter, names, language), names.Country, EffectIn(letter, language),
            EventSentences.Of(letter.Event, names, language), letter.Mou.Stage.Given?.EndsOn is { } end ? Dates.Long(end, language) : Nothing,
            AcknowledgeBy(letter) is { } acknowledge ? DeadlineWords.Until(acknowledge, letter.Mission, language) : Nothing,
            ReviewerIn(letter)?.Address.Masked ?? Nothing,
        ];
    }

    /// <summary>By when this embassy is to acknowledge; null where it did, or need not by a date.</summary>
    public static Deadline? AcknowledgeBy(MailLetter.AboutCase letter) =>
        letter.Mou.Stage is Stage.UnderReview review && review.Of(letter.Mission.Id)?.Standing is EmbassyStanding.NotAcknowledged { By: { } by } ? by : null;

    /// <summary>Who reviews for the mission that the mail is about; null where nobody does.</summary>
    public static Reviewer? ReviewerIn(MailLetter.AboutCase letter) =>
        letter.Mou.Embassies.FirstOrDefault(embassy => embassy.Mission == letter.Mission.Id)?.Reviewer;

    /// <summary>The text that the event was about.</summary>
    public static TextHash TextOf(MailLetter.AboutCase letter) => letter.Event.Event switch
    {
        MouEvent.TextAccepted e => e.Text,
        MouEvent.ChangesRequested e => e.Text,
        MouEvent.ReviewDeclined e => e.Text,
        MouEvent.TextSigned e => e.Signature.Text,
        _ => letter.Mou.Text,
    };

    private static bool IsForEmbassy(MailLetter.AboutCase letter) =>
        letter.Kind is MailKind.ReviewRequested or MailKind.ReviewReminder or MailKind.ReviewOverdue;

    /// <summary>The event's own deadline, else that of the stage: a mail that is sent late must not promise another stage's.</summary>
    private static Deadline? DeadlineOf(MailLetter.AboutCase letter) => (letter.Event.Event, letter.Mou.Stage) switch
    {
        (MouEvent.DraftSubmitted e, _) => e.AnswerBy,
        (MouEvent.TextAccepted e, _) => e.SetSigningBy,
        (MouEvent.ApprovalRequested e, _) => e.AnswerBy,
        (MouEvent.CentralReviewRequested e, _) => e.AnswerBy,
        (MouEvent.CentralReviewResent e, _) => e.AnswerBy,
        (MouEvent.DeadlineMoved e, _) => e.To,
        (MouEvent.DocumentResent e, _) => e.AnswerBy,
        (_, Stage.UnderReview review) => review.Of(letter.Mission.Id)?.Answer.By ?? review.AnswerBy,
        _ => MouLifecycle.NextIn(letter.Mou.Stage)?.By,
    };

    private static int RoundOf(MailLetter.AboutCase letter) => letter.Event.Event switch
    {
        MouEvent.DraftSubmitted e => e.Round,
        MouEvent.TextAccepted e => e.Round,
        MouEvent.ChangesRequested e => e.Round,
        MouEvent.ReviewDeclined e => e.Round,
        _ => letter.Mou.Rounds.Count,
    };

    private static string PersonIn(MailLetter.AboutCase letter, CaseNames names, Language language) => letter.Event.Event switch
    {
        MouEvent.TextSigned e => e.Signature.Name,
        MouEvent.MailUndelivered { Holder: { } holder } => EventSentences.HolderName(holder, names, language),
        MouEvent.MailUndelivered => names.Office,
        _ => letter.ReaderName ?? Nothing,
    };

    private static string EffectIn(MailLetter.AboutCase letter, Language language) => letter.Event.Event switch
    {
        MouEvent.TookEffect e => Dates.Long(e.On, language),
        _ when letter.Mou.Stage.Given is { } given => Dates.Long(given.Since, language),
        _ => Nothing,
    };
}
