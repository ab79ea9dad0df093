using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalDiplomacy.Hosts.Tests;

/// <summary>A method of functions/ that a host calls.</summary>
internal sealed record DeclaredFunction(string Name, MethodInfo Method, ParameterInfo Trigger, TriggerBindingAttribute Binding)
{
    public static IReadOnlyList<DeclaredFunction> All { get; } =
    [
        .. from type in Assembly.Load("LocalDiplomacy.Functions").GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = method.GetParameters().Single(parameter => parameter.GetCustomAttributes().OfType<TriggerBindingAttribute>().Any())
           select new DeclaredFunction(function.Name, method, trigger, trigger.GetCustomAttributes().OfType<TriggerBindingAttribute>().Single()),
    ];

    public HttpTriggerAttribute? Http => Binding as HttpTriggerAttribute;

    public override string ToString() => Name;
}
