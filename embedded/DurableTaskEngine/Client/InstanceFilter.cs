using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

/// <summary>Queries over instance rows, as the table service takes them.</summary>
internal static class InstanceFilter
{
    private static readonly OrchestrationRuntimeStatus[] Finished =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    internal static string Of(
        DateTimeOffset? createdFrom, DateTimeOffset? createdTo, IEnumerable<OrchestrationRuntimeStatus>? statuses, string? prefix)
    {
        var conditions = Conditions(statuses);
        if (createdFrom is { } from) conditions.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
        if (createdTo is { } to) conditions.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
        if (!string.IsNullOrEmpty(prefix))
        {
            var first = RowKeys.Partition(prefix);
            var end = first[..^1] + (char)(first[^1] + 1);
            conditions.Add(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {end}"));
        }

        return string.Join(" and ", conditions);
    }

    internal static string OfFinished(
        IEnumerable<OrchestrationRuntimeStatus>? statuses, DateTimeOffset? finishedFrom, DateTimeOffset? finishedTo)
    {
        var wanted = statuses?.ToArray() ?? [];
        var byTime = finishedFrom is not null || finishedTo is not null;
        var conditions = Conditions(byTime ? (wanted.Length == 0 ? Finished : wanted.Intersect(Finished)) : wanted);
        if (finishedFrom is { } from) conditions.Add(TableClient.CreateQueryFilter($"UpdatedAt ge {from}"));
        if (finishedTo is { } to) conditions.Add(TableClient.CreateQueryFilter($"UpdatedAt le {to}"));
        return string.Join(" and ", conditions);
    }

    /// <summary>Finished instances only, whatever statuses are named.</summary>
    internal static string OfPurgeable(PurgeInstancesFilter filter)
    {
        var wanted = filter.Statuses?.ToArray() ?? [];
        return Of(filter.CreatedFrom, filter.CreatedTo, wanted.Length == 0 ? Finished : wanted.Intersect(Finished), null);
    }

    private static List<string> Conditions(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var conditions = new List<string> { TableClient.CreateQueryFilter($"RowKey eq {RowKeys.Instance}") };
        var names = statuses?.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}")).ToArray() ?? [];
        if (names.Length > 0) conditions.Add($"({string.Join(" or ", names)})");
        return conditions;
    }
}
