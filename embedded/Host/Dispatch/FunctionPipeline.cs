using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>The middleware in front of every function, and the function at its end.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    // The first added is the outermost, so the chain is built from its end.
    private readonly FunctionExecutionDelegate _run = middleware.Reverse().Aggregate<
        Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(Execute, (next, add) => add(next));

    public Task RunAsync(HostFunctionContext context) => _run(context);

    // By feature and not by cast: middleware may hand on a context of its own.
    private static Task Execute(FunctionContext context) =>
        context.Features.Get<FunctionExecutor>()!.ExecuteAsync(context, context.Features.Get<HostFunctionContext>()!);
}
