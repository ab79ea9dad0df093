using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Where a page ended: the last row's key, in a form that nobody is tempted to make up.</summary>
internal static partial class Cursor
{
    public static string Of(string lastRowKey) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(lastRowKey));

    /// <returns>The row key after which the next page begins; null: from the start.</returns>
    /// <exception cref="BadCursorException"/>
    public static string? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        if (cursor.Length > 200 || !Base64Url.IsValid(cursor)) throw new BadCursorException();
        var rowKey = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return RowKey().IsMatch(rowKey) ? rowKey : throw new BadCursorException();
    }

    [GeneratedRegex(@"^[0-9]{19}-[0-9A-Za-z-]{1,64}\z")]
    private static partial Regex RowKey();
}
