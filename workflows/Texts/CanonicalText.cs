using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>
/// The one form of a text that is hashed: Unicode NFC, LF, no trailing blanks, versions in order of their language code,
/// each its title and its clauses in order. The form is part of the evidence: it is never changed, a second one would be added.
/// </summary>
public static class CanonicalText
{
    public static string Of(MouText text)
    {
        var form = new StringBuilder("localdiplomacy-text-1\n");
        foreach (var language in text.Languages.OrderBy(language => language.Code, StringComparer.Ordinal))
            AppendVersion(form, text, language);
        return form.ToString();
    }

    public static TextHash HashOf(MouText text) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(text)))));

    /// <summary>One passage in canonical form. What people type is stored so, and a second pass changes nothing.</summary>
    public static string Passage(string passage)
    {
        var lines = passage.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n');
    }

    private static void AppendVersion(StringBuilder form, MouText text, Language language)
    {
        form.Append("\n=== ").Append(language.Code).Append('\n');
        AppendPassage(form, "title", text.Title, language);
        for (var i = 0; i < text.Clauses.Count; i++)
        {
            form.Append("--- ").Append(i + 1).Append('\n');
            AppendPassage(form, "heading", text.Clauses[i].Heading, language);
            AppendPassage(form, "body", text.Clauses[i].Body, language);
        }
    }

    /// <summary>The length stands in front, so that no passage can be written to look like the end of itself.</summary>
    private static void AppendPassage(StringBuilder form, string name, LocalizedText texts, Language language)
    {
        var passage = Passage(texts.ByLanguage.GetValueOrDefault(language, ""));
        form.Append(name).Append(' ').Append(Encoding.UTF8.GetByteCount(passage)).Append('\n').Append(passage).Append('\n');
    }
}
