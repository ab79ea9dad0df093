using System.Reflection;
using System.Runtime.CompilerServices;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.Conformance.Tests.Coverage;

/// <summary>Whatever the API offers, some case of the contract uses: it calls it, overrides it, or says that it covers it.</summary>
public sealed class SurfaceCoverageTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Packages =>
        [.. new[] { typeof(TaskName), typeof(DurableTaskClient), typeof(DurableTaskWorkerOptions) }.Select(type => type.Assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_public_member_is_used_by_a_case(string package)
    {
        var used = UsedMembers.Of(typeof(Rule).Assembly);

        var unused = Assembly.Load(package).GetTypes().Where(type => type.IsVisible)
            .SelectMany(type => type.GetMembers(Declared))
            .Where(IsOffered)
            .Where(member => !used.Contains((member.Module, member.MetadataToken)));

        Assert.Empty(unused.Select(member => $"{member.DeclaringType}: {member}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_that_no_case_uses_is_seen()
    {
        var unused = typeof(Console).GetMethod(nameof(Console.ReadLine))!;

        Assert.DoesNotContain((unused.Module, unused.MetadataToken), UsedMembers.Of(typeof(Rule).Assembly));
    }

    /// <summary>Methods and fields; a property is its accessors.</summary>
    private static bool IsOffered(MemberInfo member) => member switch
    {
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        MethodBase { IsStatic: true, Name: ".cctor" } => false,
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !IsARecordsOwn(method),
        _ => false,
    };

    /// <summary>What the compiler writes for a record, and its other members call.</summary>
    private static bool IsARecordsOwn(MethodBase method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "get_EqualityContract"
        || (method is ConstructorInfo { IsFamily: true } copy && copy.GetParameters() is [var only] && only.ParameterType == copy.DeclaringType)
        // The comparison with its base type, which hands over to the one with its own.
        || (method is { Name: "Equals", IsFinal: true } && method.IsDefined(typeof(CompilerGeneratedAttribute)));
}
