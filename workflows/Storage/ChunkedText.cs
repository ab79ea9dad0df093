using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>
/// Long text in one row. A property holds 32,768 UTF-16 units and no more, so the text is cut into <c>Json0</c>,
/// <c>Json1</c>, … and never inside a surrogate pair, which could not be written as UTF-8.
/// </summary>
internal static class ChunkedText
{
    private const int ChunkLength = 32_000;

    public static TableEntity Put(TableEntity row, string text)
    {
        var chunk = 0;
        for (var start = 0; start < text.Length; chunk++)
        {
            var length = Math.Min(ChunkLength, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1])) length--;
            row[NameOf(chunk)] = text.Substring(start, length);
            start += length;
        }

        return row;
    }

    public static string Take(TableEntity row)
    {
        var text = new StringBuilder();
        for (var chunk = 0; row.GetString(NameOf(chunk)) is { } part; chunk++) text.Append(part);
        return text.ToString();
    }

    private static string NameOf(int chunk) => string.Create(CultureInfo.InvariantCulture, $"Json{chunk}");
}
