using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LocalDiplomacy.Hosts.Tests.Metadata;

/// <summary>A type or member of another assembly that compiled code refers to, by its documentation id.</summary>
internal sealed record UsedMember(string Assembly, string Id)
{
    /// <summary>Everything that an assembly file refers to in the named assemblies.</summary>
    public static IReadOnlyList<UsedMember> In(string file, Func<string, bool> ofAssembly)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var types = metadata.TypeReferences
            .Select(handle => new UsedMember(Scope(metadata, handle), $"T:{TypeNames.NameOf(metadata, handle)}"));
        var members = metadata.MemberReferences
            .Select(handle => Member(metadata, metadata.GetMemberReference(handle)))
            .OfType<UsedMember>();
        return [.. types.Concat(members).Where(used => ofAssembly(used.Assembly)).Distinct().OrderBy(used => used.Id, StringComparer.Ordinal)];
    }

    private static UsedMember? Member(MetadataReader metadata, MemberReference member)
    {
        if (DeclaringType(metadata, member.Parent) is not { } type) return null;
        var (declaring, name) = (TypeNames.NameOf(metadata, type), metadata.GetString(member.Name));
        var id = member.GetKind() == MemberReferenceKind.Field
            ? $"F:{declaring}.{name}"
            : MethodId(declaring, name, member.DecodeMethodSignature(TypeNames.Instance, null));
        return id is null ? null : new(Scope(metadata, type), id);
    }

    private static TypeReferenceHandle? DeclaringType(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(GenericDefinition.Instance, null),
        _ => null,
    };

    /// <summary>Null for what a compiler makes and no list names: a record's copy.</summary>
    private static string? MethodId(string declaring, string name, MethodSignature<string> signature) => name switch
    {
        "<Clone>$" => null,
        ".ctor" => $"M:{declaring}.#ctor{Parameters(signature.ParameterTypes)}",
        ['g', 'e', 't', '_', .. var property] => $"P:{declaring}.{property}{Parameters(signature.ParameterTypes)}",
        ['s', 'e', 't', '_', .. var property] => $"P:{declaring}.{property}{Parameters(signature.ParameterTypes[..^1])}",
        ['a', 'd', 'd', '_', .. var happening] => $"E:{declaring}.{happening}",
        ['r', 'e', 'm', 'o', 'v', 'e', '_', .. var happening] => $"E:{declaring}.{happening}",
        _ => $"M:{declaring}.{name}{(signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "")}{Parameters(signature.ParameterTypes)}",
    };

    private static string Parameters(ImmutableArray<string> types) => types.IsEmpty ? "" : $"({string.Join(',', types)})";

    private static string Scope(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => Scope(metadata, (TypeReferenceHandle)scope),
            _ => "",
        };
    }
}
