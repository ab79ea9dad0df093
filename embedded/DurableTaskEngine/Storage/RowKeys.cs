using System.Globalization;
using System.Text;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>The rows of an instance's partition, by their first letter. Generations tell executions apart that share a
/// partition: one that continued as new, or took the place of a finished one.</summary>
internal static class RowKeys
{
    internal const string Instance = "i";

    internal const char InstanceMark = 'i';

    internal const char HistoryMark = 'h';

    internal const char ActivityMark = 'a';

    internal const char OutboxMark = 'o';

    internal const char InboxMark = 'm';

    internal const char ReceivedMark = 'r';

    /// <summary>Touched by whoever raises an event, held by the turn that ends the instance: of the two, one sees the other. It sorts
    /// before the messages, and one range holds it and them.</summary>
    internal const string Door = "m";

    internal static string History(int generation, int number) => Numbered(HistoryMark, generation, number);

    internal static string Activity(int generation, int number) => Numbered(ActivityMark, generation, number);

    internal static string Outbox(int generation, int number, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxMark}{generation:D8}{number:D8}{part:D4}");

    internal static string Inbox(string messageId) => InboxMark + messageId;

    internal static string Received(int generation) => string.Create(CultureInfo.InvariantCulture, $"{ReceivedMark}{generation:D8}");

    internal static int GenerationOf(string rowKey) => int.Parse(rowKey.AsSpan(1, 8), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static int NumberOf(string rowKey) => int.Parse(rowKey.AsSpan(9, 8), NumberStyles.None, CultureInfo.InvariantCulture);

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

    private static string Numbered(char mark, int generation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark}{generation:D8}{number:D8}");
}
