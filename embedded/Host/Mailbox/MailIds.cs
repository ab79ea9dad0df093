using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

internal static partial class MailIds
{
    /// <summary>Time counted backwards, so that tables list the newest first, and some chance, so that two never meet.</summary>
    public static string New(DateTimeOffset at, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{long.MaxValue - at.UtcTicks - index:x16}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");

    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex("^[0-9a-f]{24}$")]
    private static partial Regex Form();
}
