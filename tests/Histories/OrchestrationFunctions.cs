using System.Reflection;
using LocalDiplomacy.Functions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>The program's orchestrations as a host finds them: by their functions.</summary>
internal static class OrchestrationFunctions
{
    private static readonly MethodInfo[] All =
    [
        .. typeof(CaseOrchestrations).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)),
    ];

    public static IEnumerable<string> Names => All.Select(NameOf);

    public static DurableTaskRegistry Registry()
    {
        var registry = new DurableTaskRegistry();
        Register(registry);
        return registry;
    }

    public static void Register(DurableTaskRegistry registry)
    {
        foreach (var method in All)
            registry.AddOrchestratorFunc(NameOf(method), method.CreateDelegate<Func<TaskOrchestrationContext, Task<object?>>>());
    }

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
