using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Signing;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Writes mails: the reader's language, a rule, the second language; and a text part that stands alone.</summary>
internal sealed class MailWriter(ComponentWriter writer, TimeProvider time) : IMailWriter
{
    public async Task<MailContent> WriteAsync(MailLetter letter, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var language = PageLanguage.Or(LanguageOf(letter));
        var (first, second) = (SheetOf(letter, language), SheetOf(letter, PageLanguage.Second(language)));
        var html = await writer.WriteAsync(typeof(MailDocument), new Dictionary<string, object?>
        {
            [nameof(MailDocument.First)] = first,
            [nameof(MailDocument.Second)] = second,
            [nameof(MailDocument.Link)] = LinkOf(letter),
        }, new(language, time.GetUtcNow())).ConfigureAwait(false);
        return new(first.Subject, html, MailText.Of(first, second, LinkOf(letter)), CalendarOf(letter, first, language));
    }

    /// <summary>In the reader's language alone: a calendar has one line for it.</summary>
    private static string? CalendarOf(MailLetter letter, MailSheet sheet, Language language) => letter is MailLetter.AboutCase { Invitation: { } invitation } about
        ? InvitationFile.Of(invitation with { Title = Words.Of(language, "Mail.InvitationTitle", about.Mou.Particulars.Title.In(language)), Words = sheet.Lead })
        : null;

    private MailSheet SheetOf(MailLetter letter, Language language) => letter switch
    {
        MailLetter.SignIn signIn => CodeSheets.Of(signIn, language),
        MailLetter.DecisionCode code => CodeSheets.Of(code, language),
        MailLetter.AboutCase about => CaseSheets.Of(about, language, time.GetUtcNow()),
        MailLetter.AboutContact about => ContactSheets.Of(about, language),
        MailLetter.AboutMessage about => MessageSheets.Of(about, language),
        MailLetter.AboutAlert about => AlertSheets.Of(about, language),
        MailLetter.AboutPerson about => PersonSheets.Of(about, language),
        _ => throw new InvalidOperationException($"{letter.GetType().Name} has no words."),
    };

    private static Language LanguageOf(MailLetter letter) => letter switch
    {
        MailLetter.SignIn signIn => signIn.Language,
        MailLetter.DecisionCode code => code.Language,
        MailLetter.AboutCase about => about.Language,
        MailLetter.AboutContact about => about.Language,
        MailLetter.AboutMessage about => about.Language,
        MailLetter.AboutAlert about => about.Language,
        MailLetter.AboutPerson about => about.Language,
        _ => Language.English,
    };

    private static Uri? LinkOf(MailLetter letter) => letter switch
    {
        MailLetter.SignIn signIn => signIn.Link,
        MailLetter.AboutCase about => about.Link,
        MailLetter.AboutContact about => about.Link,
        MailLetter.AboutMessage about => about.Link,
        MailLetter.AboutAlert about => about.Link,
        MailLetter.AboutPerson about => about.Link,
        _ => null,
    };
}
