namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Stands in front of every function, of whatever trigger.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
