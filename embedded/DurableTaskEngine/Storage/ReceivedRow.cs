using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Ids of messages that earlier executions took in, so that a second delivery is known as one. The newest are enough:
/// a second delivery follows a crash, not a month.</summary>
internal static class ReceivedRow
{
    private const int Kept = 200;
    private const string Ids = "Ids";

    internal static TableEntity Write(string partition, long generation, IEnumerable<string> received) =>
        new(partition, RowKeys.Received(generation)) { [Ids] = string.Join(' ', received.Order(StringComparer.Ordinal).TakeLast(Kept)) };

    internal static IEnumerable<string> Read(TableEntity entity) =>
        entity.GetString(Ids).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
