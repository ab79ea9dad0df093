using System.Text.RegularExpressions;

namespace LocalDiplomacy.Pages;

/// <summary>The stylesheet and the script as they travel: without what only whoever writes them reads.</summary>
internal static partial class Squeezed
{
    public static string Css(string written) => Around().Replace(After().Replace(Comment().Replace(written, ""), "$1"), "$1").Trim();

    /// <summary>Lines stay lines, and nothing within one is touched: only comments that stand alone, and what is before the first word.</summary>
    public static string Js(string written) =>
        string.Join('\n', Comment().Replace(written, "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))) + "\n";

    [GeneratedRegex(@"(?<=^|\n)\s*/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*([{};])\s*")]
    private static partial Regex Around();

    // Before a colon a blank can be the one between two elements.
    [GeneratedRegex(@"([:,])\s+")]
    private static partial Regex After();
}
