using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation;

/// <summary>What must hold of the tables once everything has come to its end.</summary>
internal static class Invariants
{
    internal static IReadOnlyList<string> Broken(Stage stage)
    {
        var wrong = new List<string>();
        foreach (var partition in Rows(stage, "Instances").GroupBy(row => row.PartitionKey)) Check(partition.Key, [.. partition], wrong);
        wrong.AddRange(MissingBlobs(stage));
        wrong.AddRange(Rows(stage, "Due").Select(row => $"{row.RowKey} is finished, and still in the index."));
        return wrong;
    }

    internal static IEnumerable<string> Unfinished(MemoryTables tables, string hub)
    {
        foreach (var row in Rows(tables, hub + "Instances").Where(row => row.RowKey == RowKeys.Instance).Select(InstanceRow.From))
            if (!row.IsFinished) yield return $"{row} last moved at {row.LastTurn:o}.";

        foreach (var row in Rows(tables, hub + "Instances").Where(row => row.RowKey != RowKeys.Instance && row.RowKey[0] != RowKeys.HistoryMark))
            yield return $"{row.PartitionKey} {row.RowKey}: {row.GetString("Kind")} {row.GetString("Name")} {row.GetString("Owner")} {row.GetInt32("Starts")}";
        foreach (var row in Rows(tables, hub + "Due")) yield return $"index: {row.RowKey} from {new DateTime(row.GetInt64("Due")!.Value):o}";
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
        // A rewind takes turns out.
        var turns = history.Select(past => past.Turn).Distinct().ToArray();
        var isRewound = history.Exists(past => past.Kind == HistoryKind.ExecutionRewound);
        if (isRewound ? !turns.SequenceEqual(turns.Order()) : !turns.SequenceEqual(Enumerable.Range(0, instance.TurnCount)))
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

    /// <summary>A row that counts must not name a blob that is not there.</summary>
    private static IEnumerable<string> MissingBlobs(Stage stage)
    {
        var blobs = stage.Blobs.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var row in Rows(stage, "Instances"))
            foreach (var (name, value) in row)
                if (name is "Data" or "Failure" or "Input" or "Output" && value is string { Length: > 0 } text && text[0] == '@' && !blobs.Contains(text[1..]))
                    yield return $"{row.PartitionKey} {row.RowKey}: {name} is in the blob {text[1..]}, which is not there.";
    }

    private static List<TableEntity> Rows(Stage stage, string table) => Rows(stage.Tables, Stage.Hub + table);

    private static List<TableEntity> Rows(MemoryTables tables, string table) => [.. new TableClient(tables, table).Query<TableEntity>()];
}
