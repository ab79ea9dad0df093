using System.Reflection;
using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests.Coverage;

/// <summary>What an assembly uses of others, read from its tables of references rather than from its code: what is not in there is called
/// by none of its methods.</summary>
internal static class UsedMembers
{
    private const int MemberReferences = 0x0A000000;
    private static readonly Type[] AnyArguments = [.. Enumerable.Repeat(typeof(object), 8)];

    /// <summary>Of generic types and methods the definition.</summary>
    internal static HashSet<(Module Module, int Token)> Of(Assembly assembly) =>
    [
        .. Referenced(assembly.ManifestModule).Select(Key),
        .. assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Select(method => Key(method.GetBaseDefinition())),
        .. assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<CoversAttribute>())
            .SelectMany(covers => covers.Type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => covers.Members.Any(name => member.Name == name || member.Name == "get_" + name)))
            .Select(Key),
    ];

    private static IEnumerable<MemberInfo> Referenced(Module module)
    {
        for (var row = 1; ; row++)
        {
            MemberInfo? member;
            try
            {
                member = module.ResolveMember(MemberReferences + row, AnyArguments, AnyArguments);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }

            if (member is not null) yield return member;
        }
    }

    private static (Module Module, int Token) Key(MemberInfo member) => (member.Module, member.MetadataToken);
}
