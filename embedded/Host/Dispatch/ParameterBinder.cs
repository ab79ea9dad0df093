using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>Gives one parameter of one function its value.</summary>
internal delegate ValueTask<object?> ParameterBinder(FunctionContext context, HostFunctionContext invocation);
