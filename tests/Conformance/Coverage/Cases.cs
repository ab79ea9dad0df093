using System.Reflection;
using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests.Coverage;

/// <summary>The contract's cases, as its classes declare them.</summary>
internal static class Cases
{
    internal static IReadOnlyList<Type> Contracts { get; } =
        [.. typeof(Rule).Assembly.GetTypes().Where(type => type.IsAbstract && MethodsOf(type).Any())];

    internal static IReadOnlyList<Type> OnEngines { get; } = [.. Contracts.Where(typeof(Contract).IsAssignableFrom)];

    internal static IEnumerable<MethodInfo> MethodsOf(Type contract) =>
        contract.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)));

    /// <summary>Each row of a theory is a case of its own.</summary>
    internal static int CountOf(MethodInfo method) => Math.Max(1, method.GetCustomAttributes<InlineDataAttribute>().Count());

    internal static IEnumerable<Type> AdoptersOf(Type contract) => typeof(Cases).Assembly.GetTypes().Where(type => type.BaseType == contract);
}
