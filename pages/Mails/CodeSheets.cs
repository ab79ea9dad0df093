using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Mails with a code: what it is for, how long it holds, and that nobody asks for it.</summary>
internal static class CodeSheets
{
    public static MailSheet Of(MailLetter.SignIn letter, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"Mail.{key}", arguments);
        return new(
            language, Say("SignIn.Subject"), Say("SignIn.Lead", letter.HoldsMinutes), letter.Code, Say("SignIn.Button"),
            [Say("NoOneAsks")], [], null, [Say("Why.SignIn"), Say("Ask.Service")]);
    }

    public static MailSheet Of(MailLetter.DecisionCode letter, Language language)
    {
        string Say(string key, params object[] arguments) => Words.Of(language, $"Mail.{key}", arguments);
        var purpose = letter.Holder is LinkHolder.Reviewer or LinkHolder.CentralReviewer ? "DecisionCode" : "SignatureCode";
        return new(
            language, Say($"{purpose}.Subject"), Say($"{purpose}.Lead", letter.HoldsMinutes, letter.MouTitle.In(language)), letter.Code, null,
            [Say("NoOneAsks")], [], null, [Say("Why.Code"), Say("Ask.Service")]);
    }
}
