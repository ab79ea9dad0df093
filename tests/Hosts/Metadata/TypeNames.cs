using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace LocalDiplomacy.Hosts.Tests.Metadata;

/// <summary>Names types as documentation ids do.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    public static readonly TypeNames Instance = new();

    public static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : Qualified(metadata.GetString(type.Namespace), name);
    }

    public string GetPrimitiveType(PrimitiveTypeCode code) => code switch
    {
        PrimitiveTypeCode.Object => "System.Object",
        PrimitiveTypeCode.String => "System.String",
        PrimitiveTypeCode.Void => "System.Void",
        _ => $"System.{code}",
    };

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return Qualified(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> arguments) =>
        $"{genericType[..genericType.LastIndexOf('`')]}{{{string.Join(',', arguments)}}}";

    public string GetGenericTypeParameter(object? context, int index) => $"`{index}";
    public string GetGenericMethodParameter(object? context, int index) => $"``{index}";
    public string GetArrayType(string element, ArrayShape shape) => $"{element}[{new string(',', shape.Rank - 1)}]";
    public string GetSZArrayType(string element) => $"{element}[]";
    public string GetByReferenceType(string element) => $"{element}@";
    public string GetPointerType(string element) => $"{element}*";
    public string GetPinnedType(string element) => element;
    public string GetFunctionPointerType(MethodSignature<string> signature) => "method";
    public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
