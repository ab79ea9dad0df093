using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Mails about a mission's address. Addresses are masked: the reader knows their own, and needs no other in full.</summary>
internal static class ContactSheets
{
    public static MailSheet Of(MailLetter.AboutContact letter, Language language)
    {
        object[] arguments = [letter.Mission.Name.In(language), Dates.Moment(letter.Proposal.ExpiresAt, language), letter.Proposal.By.Name];
        string Say(string key) => Words.Of(language, $"ContactMail.{letter.What}.{key}", arguments);
        var isAsked = letter.What == ContactMail.Proposed;
        return new(
            language, Say("Subject"), Say("Lead"), null, isAsked ? Say("Button") : null, [Say("Body")], [.. Facts(letter, language)],
            isAsked ? new(Words.Of(language, "ContactMail.Reason"), letter.Proposal.Reason) : null,
            [isAsked ? Words.Of(language, "Mail.Why.Desk") : Say("Why"), Words.Of(language, "Mail.Ask.Service")]);
    }

    private static IEnumerable<MailFact> Facts(MailLetter.AboutContact letter, Language language)
    {
        MailFact Fact(string key, string value) => new(Words.Of(language, $"ContactMail.{key}"), value);
        yield return Fact("Mission", letter.Mission.Name.In(language));
        if (letter.Former is { } former) yield return Fact(letter.What == ContactMail.Proposed ? "Present" : "Former", former.Masked);
        yield return Fact("New", letter.Proposal.Address.Masked);
        if (letter.What != ContactMail.Proposed) yield return Fact("At", Dates.Moment(letter.At, language));
    }
}
