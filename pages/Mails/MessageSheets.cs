using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Messages;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Mails about what was written from outside. The words themselves are quoted to a length, and read in full on the page.</summary>
internal static class MessageSheets
{
    private const int LongestQuote = 600;

    public static MailSheet Of(MailLetter.AboutMessage letter, Language language)
    {
        var (names, message) = (CaseNames.Of(letter.Mou, letter.Office, letter.Mission, language), letter.Message);
        var holder = EventSentences.HolderName(message.From.Holder, names, language);
        string Say(string key, params object[] arguments) => Words.Of(language, $"Mail.{key}", arguments);
        return new(
            language, Say($"Message.{message.Kind}.Subject", names.Counterparty, names.Country), Say($"Message.{message.Kind}.Lead", holder), null,
            Say("Button.Message"), [Say($"Message.{message.Kind}.{(letter.IsForDesk ? "Desk" : "Body")}"), Say("Message.DecidesNothing")], [.. Facts(letter, names, language)],
            new(Say("Message.Words"), Quoted(message.Words)), [Words.Of(language, letter.IsForDesk ? "Mail.Why.Desk" : "Mail.Why.Office", names.Office), Say("Ask.Service")]);
    }

    private static IEnumerable<MailFact> Facts(MailLetter.AboutMessage letter, CaseNames names, Language language)
    {
        MailFact Fact(string key, string value) => new(Words.Of(language, key), value);
        yield return Fact("Mail.Where", names.Title);
        if (letter.Message.From.Name is { Length: > 0 } name) yield return Fact("Mail.Message.Name", name);
        yield return Fact("Mail.With", $"{names.Counterparty} ({names.Country})");
        if (letter.Message.Attachments.Count > 0)
            yield return Fact("Messages.Attachments", letter.Message.Attachments.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Quoted(string words) =>
        words.Length <= LongestQuote ? words : words[..(char.IsHighSurrogate(words[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + " …";
}
