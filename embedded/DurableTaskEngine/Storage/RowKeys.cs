using System.Globalization;
using System.Text;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>The rows of an instance's partition, by their first letter. Generations tell executions apart that share a
/// partition: one that continued as new, or took the place of a finished one. They are written with eight digits or more, and read from
/// the end of the key.</summary>
internal static class RowKeys
{
    internal const string Instance = "i";

    private const int NumberDigits = 8;

    private const int PartDigits = 4;

    internal const char InstanceMark = 'i';

    internal const char HistoryMark = 'h';

    internal const char ActivityMark = 'a';

    internal const char OutboxMark = 'o';

    internal const char InboxMark = 'm';

    internal const char ReceivedMark = 'r';

    /// <summary>Touched by whoever raises an event, held by the turn that ends the instance: of the two, one sees the other. It sorts
    /// before the messages, and one range holds it and them.</summary>
    internal const string Door = "m";

    internal static string History(long generation, int number) => Numbered(HistoryMark, generation, number);

    internal static string Activity(long generation, int number) => Numbered(ActivityMark, generation, number);

    internal static string Outbox(long generation, int number, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxMark}{generation:D8}{number:D8}{part:D4}");

    internal static string Inbox(string messageId) => InboxMark + messageId;

    internal static string Received(long generation) => string.Create(CultureInfo.InvariantCulture, $"{ReceivedMark}{generation:D8}");

    internal static long GenerationOf(string rowKey) =>
        long.Parse(rowKey[0] == ReceivedMark ? rowKey.AsSpan(1) : Numbers(rowKey)[..^NumberDigits], NumberStyles.None, CultureInfo.InvariantCulture);

    internal static int NumberOf(string rowKey) => int.Parse(Numbers(rowKey)[^NumberDigits..], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>An instance's id as a partition key. Characters that keys cannot hold are written as %XXXX; a prefix of the id
    /// stays a prefix of the key.</summary>
    internal static string Partition(string instanceId)
    {
        if (!instanceId.Any(MustEscape)) return instanceId;
        var key = new StringBuilder(instanceId.Length + 16);
        foreach (var letter in instanceId)
        {
            if (MustEscape(letter)) key.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X4}");
            else key.Append(letter);
        }

        return key.ToString();
    }

    private static bool MustEscape(char letter) => letter is '/' or '\\' or '#' or '?' or '%' || char.IsControl(letter);

    /// <summary>Generation and number of the event that it belongs to.</summary>
    private static ReadOnlySpan<char> Numbers(string rowKey) => rowKey.AsSpan(1, rowKey.Length - 1 - (rowKey[0] == OutboxMark ? PartDigits : 0));

    private static string Numbered(char mark, long generation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark}{generation:D8}{number:D8}");
}
