using LocalDiplomacy.Pages.Administration.People;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>The mail that asks an administrator to confirm a change of a person. Addresses are masked: the page shows them.</summary>
internal static class PersonSheets
{
    public static MailSheet Of(MailLetter.AboutPerson letter, Language language)
    {
        var (before, proposal) = (letter.There.IsActive ? letter.There.Person : null, letter.Proposal);
        object[] arguments = [proposal.After.Name, Dates.Moment(proposal.ExpiresAt, language), proposal.By.Name];
        string Say(string key) => Words.Of(language, $"PersonMail.{key}", arguments);
        return new(
            language, Say("Subject"), Say("Lead"), null, Words.Of(language, "ContactMail.Proposed.Button"), [Say("Body")],
            [.. Facts(letter, language)], new(Words.Of(language, "ContactMail.Reason"), proposal.Reason),
            [Words.Of(language, "Mail.Why.Desk"), Words.Of(language, "Mail.Ask.Service")]);
    }

    private static IEnumerable<MailFact> Facts(MailLetter.AboutPerson letter, Language language)
    {
        MailFact Fact(string field, string value) => new(Words.Of(language, $"Fields.Name.{field}"), value);
        var (before, after) = (letter.There.IsActive ? letter.There.Person : null, letter.Proposal.After);
        yield return Fact("name", after.Name);
        if (before?.Role != after.Role) yield return Fact("role", PeopleWords.Role(after.Role, language));
        if (before?.Address != after.Address) yield return Fact("address", after.Address.Masked);
    }
}
