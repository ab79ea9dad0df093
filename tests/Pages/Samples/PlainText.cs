using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>What a page says, one line for each piece of text, without what the machine draws.</summary>
public static partial class PlainText
{
    public static string Of(IElement main) => string.Join('\n', main.Descendants<IText>()
        .Select(text => Blanks().Replace(text.Data, " ").Trim()).Where(text => text.Length > 0)) + "\n";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
