using System.Text;
using LocalDiplomacy.Pages.Wording;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>The text part: all that the HTML part says, for readers that show no HTML.</summary>
internal static class MailText
{
    private const string Rule = "\n────────────────────\n\n";

    public static string Of(MailSheet first, MailSheet second, Uri? link) => Sheet(first, link) + Rule + Sheet(second, link);

    private static string Sheet(MailSheet sheet, Uri? link)
    {
        var text = new StringBuilder();
        text.Append(sheet.Lead).Append('\n');
        if (sheet.Code is not null) text.Append('\n').Append(sheet.Code).Append('\n');
        if (sheet.Button is not null && link is not null) text.Append('\n').Append(Label(sheet, sheet.Button)).Append('\n').Append(link.AbsoluteUri).Append('\n');
        foreach (var paragraph in sheet.Paragraphs) text.Append('\n').Append(paragraph).Append('\n');
        if (sheet.Quote is { } quote) text.Append('\n').Append(Label(sheet, quote.Name)).Append('\n').Append(Quoted(quote.Value)).Append('\n');
        if (sheet.Facts.Count > 0) text.Append('\n');
        foreach (var fact in sheet.Facts) text.Append(Label(sheet, fact.Name)).Append(' ').Append(fact.Value).Append('\n');
        text.Append('\n');
        foreach (var line in sheet.Small) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static string Label(MailSheet sheet, string name) => Words.Of(sheet.Language, "Terms.Label", name);

    private static string Quoted(string words) => string.Join('\n', words.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}".TrimEnd()));
}
