using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation;

/// <summary>What must hold of the tables once everything has come to its end.</summary>
internal static class Invariants
{
    internal static IReadOnlyList<string> Broken(MemoryTables storage, string hub)
    {
        var wrong = new List<string>();
        foreach (var partition in Rows(storage, hub + "Instances").GroupBy(row => row.PartitionKey)) Check(partition.Key, [.. partition], wrong);
        wrong.AddRange(Rows(storage, hub + "Due").Select(row => $"{row.RowKey} is finished, and still in the index."));
        return wrong;
    }

    internal static IEnumerable<string> Unfinished(MemoryTables storage, string hub)
    {
        foreach (var row in Rows(storage, hub + "Instances").Where(row => row.RowKey == RowKeys.Instance).Select(InstanceRow.From))
            if (!row.IsFinished) yield return $"{row} last moved at {row.LastTurn:o}.";

        foreach (var row in Rows(storage, hub + "Due")) yield return $"index: {row.RowKey} from {new DateTime(row.GetInt64("Due")!.Value):o}";
    }

    private static void Check(string id, List<TableEntity> rows, List<string> wrong)
    {
        var own = rows.Find(row => row.RowKey == RowKeys.Instance);
        if (own is null)
        {
            wrong.Add($"{id} has rows and no instance.");
            return;
        }

        var instance = InstanceRow.From(own);
        var history = InstancePartition.Of(own, rows).History;
        if (!instance.IsFinished) wrong.Add($"{instance} has not come to its end.");
        if (!history.Select(past => past.Number).SequenceEqual(Enumerable.Range(0, instance.HistoryCount)))
            wrong.Add($"{id}: the history's numbers are not dense.");
        if (!history.Select(past => past.Turn).Distinct().SequenceEqual(Enumerable.Range(0, instance.TurnCount)))
            wrong.Add($"{id}: the turns are not dense and in order.");
        wrong.AddRange(history.Where(past => past.MessageId is not null).GroupBy(past => past.MessageId)
            .Where(same => same.Count() > 1).Select(same => $"{id} took in message {same.Key} {same.Count()} times."));
        foreach (var task in history.Where(past => past.Kind is HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationCreated))
        {
            var results = history.Count(past => !past.IsAction && past.TaskId == task.TaskId);
            if (results > 1 || (results == 0 && instance.Status == OrchestrationRuntimeStatus.Completed))
                wrong.Add($"{id}: task {task.TaskId} ({task.Name}) has {results} results.");
        }

        if (rows.Exists(row => row.RowKey[0] == RowKeys.OutboxMark)) wrong.Add($"{id} has mail that was not delivered.");
    }

    private static List<TableEntity> Rows(MemoryTables storage, string table) => [.. new TableClient(storage, table).Query<TableEntity>()];
}
