using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>Makes the class, gives the parameters their values, calls the method and keeps what it returns.</summary>
/// <remarks>No ConfigureAwait(false) here: an orchestrator's continuations belong to the engine's context.</remarks>
internal sealed class FunctionExecutor
{
    private readonly ObjectFactory? _class;
    private readonly MethodInvoker _method;
    private readonly ParameterBinder[] _parameters;
    private readonly Func<object?, ValueTask<object?>> _result;

    public FunctionExecutor(FunctionEntry function, IEnumerable<ParameterBinder> parameters)
    {
        Function = function;
        Definition = new HostFunctionDefinition(function);
        _class = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Class, []);
        _method = MethodInvoker.Create(function.Method);
        _parameters = [.. parameters];
        _result = FunctionResults.ReaderFor(function.Method.ReturnType);
    }

    public FunctionEntry Function { get; }

    public HostFunctionDefinition Definition { get; }

    public async Task ExecuteAsync(FunctionContext context, HostFunctionContext invocation)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await _parameters[i](context, invocation);

        var instance = _class?.Invoke(context.InstanceServices, []);
        try
        {
            invocation.Result.Value = await _result(Call(instance, arguments));
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private object? Call(object? instance, object?[] arguments)
    {
        try
        {
            return _method.Invoke(instance, arguments.AsSpan());
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable later)
            await later.DisposeAsync();
        else
            (instance as IDisposable)?.Dispose();
    }
}
