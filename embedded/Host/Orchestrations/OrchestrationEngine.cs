using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.EmbeddedHost.Orchestrations;

/// <summary>The Durable Task engine of this process, with the application's orchestrations and activities.</summary>
internal sealed class OrchestrationEngine(IServiceProvider services) : IAsyncDisposable
{
    private readonly DurableTaskRegistry _registry = new();

    public DurableTaskClient Client =>
        throw new InvalidOperationException($"The engine of {_registry} has not been started.");

    public void Register(FunctionCatalog catalog, ParameterBinders binders, FunctionPipeline pipeline)
    {
        foreach (var function in catalog.TriggeredBy<ActivityTriggerAttribute>())
        {
            var executor = new FunctionExecutor(function, binders.For(function, ActivityFunction.BindingData));
            _registry.AddActivity(function.TaskName, new ActivityFunction(executor, pipeline, services));
        }

        foreach (var function in catalog.TriggeredBy<OrchestrationTriggerAttribute>())
        {
            var executor = new FunctionExecutor(function, binders.For(function, []));
            _registry.AddOrchestrator(function.TaskName, new OrchestratorFunction(executor, pipeline, services));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
