using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient(Hub hub) : DurableTaskClient(hub.Options.HubName)
{
    private DataConverter Converter => hub.Options.Worker.DataConverter;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(orchestratorName.Name)) throw new ArgumentException("An orchestration needs a name.", nameof(orchestratorName));
        await hub.Store.EnsureCreatedAsync(cancellation);
        var instanceId = string.IsNullOrEmpty(options?.InstanceId) ? hub.Options.Chance.NewGuid().ToString("N") : options.InstanceId;
        var text = Converter.Serialize(input);
        var row = await NewRowAsync(instanceId, orchestratorName.Name, text, cancellation) with
        {
            Version = options?.Version?.Version ?? hub.Options.Worker.Versioning?.DefaultVersion ?? string.Empty,
            StartAt = options?.StartAt?.UtcDateTime,
            Tags = options is null ? null : TagText.Write(options.Tags),
        };
        await StartAsync(row, text, Kept(options?.DedupeStatuses), cancellation);
        return instanceId;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<InstanceRow> NewRowAsync(string instanceId, string name, string? input, CancellationToken cancellation) => new()
    {
        InstanceId = instanceId,
        Name = name,
        Generation = hub.Clock.NewGeneration(),
        ExecutionId = hub.Options.Chance.NewGuid().ToString("N"),
        StartId = hub.Options.Chance.NewGuid().ToString("N"),
        CreatedAt = hub.Clock.Now,
        UpdatedAt = hub.Clock.Now,
        Input = await hub.Store.Values.KeepAsync(instanceId, input, cancellation),
    };

    private async Task StartAsync(
        InstanceRow row, string? input, IReadOnlyCollection<OrchestrationRuntimeStatus> kept, CancellationToken cancellation)
    {
        using var span = EngineTraces.Create(row);
        await ObservedAsync(span, HistoryKind.ExecutionStarted, row.Name, async () =>
        {
            var outcome = await hub.Starter.StartAsync(row with { Trace = span?.Id }, input, kept, withFirstTurn: true, cancellation);
            if (outcome.Conflict is not { } status) return outcome;
            throw new OrchestrationAlreadyExistsException($"An orchestration instance with the id '{row.InstanceId}' exists already, with status {status}.");
        });
    }

    private static IReadOnlyCollection<OrchestrationRuntimeStatus> Kept(IReadOnlyList<string>? dedupeStatuses)
    {
        if (dedupeStatuses is null) return Starter.Unfinished;
        return [.. dedupeStatuses.Select(text => Enum.TryParse<OrchestrationRuntimeStatus>(text, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"'{text}' is no status of an orchestration.", nameof(dedupeStatuses)))];
    }
}
