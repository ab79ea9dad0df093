using LocalDiplomacy.Pages.Administration.Alerts;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Mails about alerts: when some were found together, and when the last of them is closed.</summary>
internal static class AlertSheets
{
    /// <summary>A mail names the first of them; the page has all.</summary>
    private const int MostNamed = 10;

    public static MailSheet Of(MailLetter.AboutAlert letter, Language language)
    {
        var (notice, when, counted) = (letter.Notice, letter.IsClosed ? "Closed" : "Opened", AlertWords.Counted(letter.Notice, language));
        string Say(string key, params object[] arguments) => Words.Of(language, $"Alerts.{key}", arguments);
        return new(
            language, Say($"Mail.Subject.{when}", counted), Say($"Mail.Lead.{when}", counted), null, Say("Mail.Button"),
            letter.IsClosed ? [Say("Mail.Once")] : [Say($"Means.{notice.Kind}"), Say($"Do.{notice.Kind}"), Say("Mail.Once")],
            [.. Facts(letter, language)], null, [Words.Of(language, "Mail.Why.Desk"), Words.Of(language, "Mail.Ask.Service")]);
    }

    private static IEnumerable<MailFact> Facts(MailLetter.AboutAlert letter, Language language)
    {
        MailFact Fact(string key, string value) => new(Words.Of(language, $"Alerts.Mail.{key}"), value);
        var (notice, named) = (letter.Notice, Named(letter, language));
        if (named.Length > 0) yield return Fact("About", named);
        yield return Fact("OpenedAt", Dates.Moment(notice.At, language));
        if (letter.IsClosed && notice.ClosedAt is { } closed) yield return Fact("ClosedAt", Dates.Moment(closed, language));
    }

    private static string Named(MailLetter.AboutAlert letter, Language language)
    {
        var notice = letter.Notice;
        string[] names = [.. notice.Subjects.Take(MostNamed).Select(one => AlertWords.About(notice.Kind, one.Mou, one.Title, language)).OfType<string>()];
        var others = notice.Count - names.Length;
        return names.Length == 0 ? "" : string.Join("; ", names) + (others > 0 ? ", " + Words.Count(language, "Alerts.Mail.Others", others) : "");
    }
}
