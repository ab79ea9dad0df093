using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using LocalDiplomacy.EmbeddedHost.Orchestrations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>Chooses, once at start-up, where each parameter of a function gets its value from.</summary>
internal sealed class ParameterBinders(OrchestrationEngine engine)
{
    /// <param name="bindingData">The names that the trigger gives values for: route values, an activity's instance id.</param>
    /// <exception cref="StartupFaultException">A parameter that nothing gives a value.</exception>
    public IEnumerable<ParameterBinder> For(FunctionEntry function, IReadOnlyCollection<string> bindingData) =>
        function.Method.GetParameters().Select(parameter => For(function, parameter, bindingData));

    private ParameterBinder For(FunctionEntry function, ParameterInfo parameter, IReadOnlyCollection<string> bindingData)
    {
        if (parameter == function.TriggerParameter)
            return Trigger(function, parameter.ParameterType);
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null && parameter.ParameterType == typeof(DurableTaskClient))
            return (_, _) => new(engine.Client);
        return ByType(function, parameter)
            ?? ByName(parameter, bindingData)
            ?? throw new StartupFaultException(
                $"Function '{function.Name}': nothing gives parameter '{parameter.Name}' ({parameter.ParameterType.Name}) a value.");
    }

    private static ParameterBinder Trigger(FunctionEntry function, Type type)
    {
        Type? expected = function.Trigger switch
        {
            HttpTriggerAttribute => typeof(HttpRequest),
            TimerTriggerAttribute => typeof(TimerInfo),
            OrchestrationTriggerAttribute => typeof(TaskOrchestrationContext),
            ActivityTriggerAttribute => null,
            _ => throw new StartupFaultException($"Function '{function.Name}' has a trigger that the embedded host does not know."),
        };
        if (expected is not null && type != expected)
        {
            throw new StartupFaultException(
                $"Function '{function.Name}': its trigger gives {expected.Name}, not {type.Name}.");
        }

        return (_, invocation) => new(invocation.Trigger);
    }

    private static ParameterBinder? ByType(FunctionEntry function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
            return (context, _) => new(context);
        if (type == typeof(CancellationToken))
            return (context, _) => new(context.CancellationToken);
        if (function.Trigger is OrchestrationTriggerAttribute)
            return (_, invocation) => new(invocation.Input ?? Default(parameter));
        if (function.Trigger is not HttpTriggerAttribute)
            return null;
        if (type == typeof(HttpRequest))
            return (_, invocation) => new(invocation.Trigger);
        if (type == typeof(HttpContext))
            return (_, invocation) => new(((HttpRequest)invocation.Trigger!).HttpContext);
        return parameter.GetCustomAttribute<FromBodyAttribute>() is null
            ? null
            : (context, invocation) => Http.RequestBody.ReadAsync((HttpRequest)invocation.Trigger!, type, context.CancellationToken);
    }

    private static ParameterBinder? ByName(ParameterInfo parameter, IReadOnlyCollection<string> bindingData)
    {
        if (!bindingData.Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase))
            return parameter.HasDefaultValue ? (_, _) => new(parameter.DefaultValue) : null;

        return (context, _) => new(
            context.BindingContext.BindingData.TryGetValue(parameter.Name!, out var value) && value is not null
                ? Convert(value, parameter)
                : Default(parameter));
    }

    private static object? Convert(object value, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(value))
            return value;
        try
        {
            var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception exception) when (exception is FormatException or NotSupportedException or ArgumentException)
        {
            throw new FunctionInputConverterException($"'{parameter.Name}' is no {type.Name}.", exception);
        }
    }

    private static object? Default(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }
}
