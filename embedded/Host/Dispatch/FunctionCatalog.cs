using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>The application's functions, found by their attribute and checked as the Azure host checks them.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private FunctionCatalog(IReadOnlyList<FunctionEntry> functions) => Functions = functions;

    public IReadOnlyList<FunctionEntry> Functions { get; }

    /// <exception cref="StartupFaultException">A function that Azure would not run.</exception>
    public static FunctionCatalog Of(IEnumerable<Type> types)
    {
        var functions = types.SelectMany(type => type.GetMethods(AnyMethod)).SelectMany(Entry).ToList();
        FunctionChecks.Check(functions);
        return new FunctionCatalog(functions);
    }

    public IEnumerable<FunctionEntry> TriggeredBy<TTrigger>()
        where TTrigger : TriggerBindingAttribute => Functions.Where(function => function.Trigger is TTrigger);

    private static IEnumerable<FunctionEntry> Entry(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            yield break;

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.Trigger is not null)
            .ToList();
        if (triggers is not [var (parameter, trigger)])
            throw new StartupFaultException($"Function '{function.Name}' must have exactly one trigger; it has {triggers.Count}.");

        yield return new FunctionEntry(function.Name, method, parameter, trigger!);
    }
}
