using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Health;
using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.EmbeddedHost.Dispatch;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost.Orchestrations;

/// <summary>The Durable Task engine of this process, with the application's orchestrations and activities.</summary>
internal sealed class OrchestrationEngine : IAsyncDisposable
{
    private readonly DurableTaskRegistry _registry = new();
    private readonly IServiceProvider _services;
    private readonly DurableTaskHostOptions _options;
    private readonly Lazy<DurableTaskHost> _host;
    private bool _wanted;

    public OrchestrationEngine(HostJson hostJson, StoragePlace storage, TimeProvider time, IServiceProvider services)
    {
        _services = services;
        _options = new DurableTaskHostOptions
        {
            HubName = hostJson.HubName,
            TimeProvider = time,
            Worker = EngineOptions.From(hostJson),
        };
        _host = new(() => new DurableTaskHost(
            storage.Tables, storage.Blobs, _registry, _options, services, services.GetRequiredService<ILoggerFactory>()));
    }

    public DurableTaskClient Client => _host.Value.Client;

    public void Register(FunctionCatalog catalog, ParameterBinders binders, FunctionPipeline pipeline)
    {
        foreach (var function in catalog.TriggeredBy<ActivityTriggerAttribute>())
        {
            var executor = new FunctionExecutor(function, binders.For(function, ActivityFunction.BindingData));
            _registry.AddActivity(function.TaskName, new ActivityFunction(executor, pipeline, _services));
            _wanted = true;
        }

        foreach (var function in catalog.TriggeredBy<OrchestrationTriggerAttribute>())
        {
            var executor = new FunctionExecutor(function, binders.For(function, []));
            _registry.AddOrchestrator(function.TaskName, new OrchestratorFunction(executor, pipeline, _services));
            _wanted = true;
        }
    }

    public Task<HubHealth> CheckHealthAsync(CancellationToken cancellation) => _host.Value.CheckHealthAsync(cancellation);

    /// <returns>Null when there is no such instance.</returns>
    public Task<RecordedHistory?> ExportHistoryAsync(string instanceId, CancellationToken cancellation) =>
        _host.Value.ExportHistoryAsync(instanceId, cancellation);

    public ReplayReport Replay(RecordedHistory history) => new HistoryReplayer(_registry, _services, _options.Worker).Replay(history);

    /// <summary>Does nothing where the application has neither orchestrations nor activities.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        _wanted ? _host.Value.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        _host.IsValueCreated ? _host.Value.StopAsync(cancellationToken) : Task.CompletedTask;

    public ValueTask DisposeAsync() => _host.IsValueCreated ? _host.Value.DisposeAsync() : ValueTask.CompletedTask;
}
