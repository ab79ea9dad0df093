using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Answers what a function could not: its problems, storage that is away, and the unexpected with an id to ask about.</summary>
public sealed class Faults(ProblemWriter writer, ILogger<Faults> log) : IFunctionsWorkerMiddleware
{
    /// <summary>What both hosts take at most, of a body whose length was not said before.</summary>
    private const long LargestBody = 100 * 1024 * 1024;

    private static readonly TimeSpan StorageIsTriedAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>A role that was just given takes minutes to count.</summary>
    private static readonly TimeSpan RightsAreTriedAgainAfter = TimeSpan.FromMinutes(1);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.GetHttpContext()!.RequestAborted.IsCancellationRequested)
        {
            var request = context.GetHttpContext()!.Request;
            context.GetInvocationResult().Value = await writer.WriteAsync(request, ProblemOf(e, context));
        }
    }

    private Problem ProblemOf(Exception exception, FunctionContext context)
    {
        if (Unwrapped(exception) is ProblemException known)
            return known.Problem;
        if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            return Problem.TooLarge(LargestBody);
        if (StorageRefusal.Explain(exception) is { } refusal)
        {
            log.LogError("{Function} could not be answered: {Fault}", context.FunctionDefinition.Name, refusal);
            return new(ProblemKind.StorageAway) { RetryAfter = RightsAreTriedAgainAfter };
        }

        if (StorageFaults.MeansAway(exception))
        {
            log.LogWarning("Storage did not answer {Function}: {Fault}.", context.FunctionDefinition.Name, StorageFaults.Describe(exception));
            return new(ProblemKind.StorageAway) { RetryAfter = StorageIsTriedAgainAfter };
        }

        log.LogError("{Function} failed, id {Invocation}: {Fault}", context.FunctionDefinition.Name, context.InvocationId, FaultTrace.Of(exception));
        return new(ProblemKind.Unexpected) { About = [context.InvocationId] };
    }

    /// <summary>The worker wraps what a function throws in an AggregateException.</summary>
    private static Exception Unwrapped(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var only] } ? Unwrapped(only) : exception;
}
