using System.Text;

namespace LocalDiplomacy.Infrastructure.Tests.Bicep;

/// <summary>Walks over Bicep text, minding its strings, interpolations, comments and brackets.</summary>
internal static class BicepText
{
    /// <summary>Comments become blanks, so that lines keep their numbers.</summary>
    public static string WithoutComments(string text)
    {
        var clean = new StringBuilder(text);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\'')
            {
                at = AfterString(text, at);
                continue;
            }

            var end = EndOfComment(text, at);
            for (; at < end; at++)
                if (text[at] != '\n') clean[at] = ' ';
            if (end < 0) at++;
        }

        return clean.ToString();
    }

    /// <summary>The place behind the string that begins at <paramref name="at"/>.</summary>
    public static int AfterString(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "'''", 0, 3) == 0)
            return text.IndexOf("'''", at + 3, StringComparison.Ordinal) + 3;
        for (at++; text[at] != '\''; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '$' && text[at + 1] == '{') at = AfterBracket(text, at + 1) - 1;
        }

        return at + 1;
    }

    /// <summary>The place behind the bracket that closes the one at <paramref name="at"/>.</summary>
    public static int AfterBracket(string text, int at)
    {
        for (var depth = 0; ;)
        {
            if (text[at] == '\'')
            {
                at = AfterString(text, at);
                continue;
            }

            if (text[at] is '{' or '[' or '(') depth++;
            if (text[at] is '}' or ']' or ')') depth--;
            at++;
            if (depth == 0) return at;
        }
    }

    /// <summary>The next place of a character outside of strings and brackets, or the end.</summary>
    public static int NextOutside(string text, int at, char wanted)
    {
        while (at < text.Length && text[at] != wanted)
            at = text[at] == '\'' ? AfterString(text, at) : text[at] is '{' or '[' or '(' ? AfterBracket(text, at) : at + 1;
        return at;
    }

    private static int EndOfComment(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            return text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
        return string.CompareOrdinal(text, at, "/*", 0, 2) == 0 ? text.IndexOf("*/", at, StringComparison.Ordinal) + 2 : -1;
    }
}
