using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.EmbeddedHost.Orchestrations;

/// <summary>A function with an activity trigger, as the engine calls it.</summary>
internal sealed class ActivityFunction(FunctionExecutor executor, FunctionPipeline pipeline, IServiceProvider services) : ITaskActivity
{
    /// <summary>What parameters may ask for by name.</summary>
    public static readonly string[] BindingData = ["instanceId", "version"];

    public Type InputType => executor.Function.TriggerParameter.ParameterType;

    public Type OutputType { get; } = FunctionResults.ValueTypeOf(executor.Function.Method.ReturnType);

    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["instanceId"] = context.InstanceId,
            ["version"] = context.Version,
        };
        await using var scope = services.CreateAsyncScope();
        var invocation = new HostFunctionContext(executor, input, data, scope.ServiceProvider, ActivityCancellation.StoppingOf(context));
        await pipeline.RunAsync(invocation);
        return invocation.Result.Value;
    }
}
