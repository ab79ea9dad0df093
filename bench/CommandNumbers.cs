using System.Globalization;

namespace LocalDiplomacy.Bench;

/// <summary>Options that are whole numbers.</summary>
internal static class CommandNumbers
{
    internal static int Of(string[] args, string option, int usual)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 ? usual : int.Parse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
