using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>One HTTP function, as its attributes describe it.</summary>
/// <param name="EntryPoint">What the worker calls it: namespace, class and method.</param>
/// <param name="Route">Without the leading slash.</param>
/// <param name="Methods">In lower case.</param>
public sealed record HttpFunction(
    string Name, string EntryPoint, string Route, IReadOnlyList<string> Methods, Audience? Audience, MethodInfo Method)
{
    /// <summary>See <see cref="AnswersAttribute.Alike"/>.</summary>
    public bool AnswersAlike { get; } = Method.GetCustomAttribute<AnswersAttribute>()?.Alike == true;

    /// <summary>See <see cref="AnswersAttribute.TakesFile"/>.</summary>
    public bool TakesFile { get; } = Method.GetCustomAttribute<AnswersAttribute>()?.TakesFile == true;

    public bool IsApi => Route.StartsWith("api/", StringComparison.Ordinal);
}

/// <summary>All HTTP functions of this program, read once from their attributes.</summary>
public static class HttpFunctions
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(HttpFunctions).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
           let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
           where name is not null && trigger is not null
           orderby name
           select new HttpFunction(
               name, $"{type.FullName}.{method.Name}", trigger.Route ?? name,
               [.. (trigger.Methods ?? []).Select(m => m.ToLowerInvariant())],
               method.GetCustomAttribute<AnswersAttribute>()?.Audience, method),
    ];

    private static readonly FrozenDictionary<string, HttpFunction> ByName = All.ToFrozenDictionary(f => f.Name);

    public static HttpFunction? Named(string name) => ByName.GetValueOrDefault(name);
}
