using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.EmbeddedHost.Orchestrations;

/// <summary>A function with an orchestration trigger, as the engine calls it: from the start at every turn.</summary>
/// <remarks>
/// No ConfigureAwait(false): continuations belong to the engine's context. A turn that ends while the function waits never
/// comes back here, so what the scope holds is left to the garbage collector.
/// </remarks>
internal sealed class OrchestratorFunction(FunctionExecutor executor, FunctionPipeline pipeline, IServiceProvider services)
    : ITaskOrchestrator
{
    private static readonly IReadOnlyDictionary<string, object?> NoData = new Dictionary<string, object?>();

    /// <summary>Of the parameter that takes the input, where there is one; else the function asks the context for it.</summary>
    public Type InputType { get; } = executor.Function.Method.GetParameters()
        .FirstOrDefault(parameter => parameter != executor.Function.TriggerParameter && IsInput(parameter.ParameterType))
        ?.ParameterType ?? typeof(object);

    public Type OutputType { get; } = FunctionResults.ValueTypeOf(executor.Function.Method.ReturnType);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        await using var scope = services.CreateAsyncScope();
        var invocation = new HostFunctionContext(executor, context, NoData, scope.ServiceProvider, CancellationToken.None)
        {
            Input = input,
        };
        await pipeline.RunAsync(invocation);
        return invocation.Result.Value;
    }

    private static bool IsInput(Type type) =>
        type != typeof(Microsoft.Azure.Functions.Worker.FunctionContext) && type != typeof(CancellationToken);
}
