using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace LocalDiplomacy.Hosts.Tests.Metadata;

/// <summary>Finds the type behind a generic one: List{string} is declared where List{T} is.</summary>
internal sealed class GenericDefinition : ISignatureTypeProvider<TypeReferenceHandle?, object?>
{
    public static readonly GenericDefinition Instance = new();

    public TypeReferenceHandle? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => handle;
    public TypeReferenceHandle? GetGenericInstantiation(TypeReferenceHandle? genericType, ImmutableArray<TypeReferenceHandle?> arguments) => genericType;
    public TypeReferenceHandle? GetModifiedType(TypeReferenceHandle? modifier, TypeReferenceHandle? unmodified, bool isRequired) => unmodified;
    public TypeReferenceHandle? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => null;
    public TypeReferenceHandle? GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => null;
    public TypeReferenceHandle? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;
    public TypeReferenceHandle? GetArrayType(TypeReferenceHandle? elementType, ArrayShape shape) => null;
    public TypeReferenceHandle? GetSZArrayType(TypeReferenceHandle? elementType) => null;
    public TypeReferenceHandle? GetByReferenceType(TypeReferenceHandle? elementType) => null;
    public TypeReferenceHandle? GetPointerType(TypeReferenceHandle? elementType) => null;
    public TypeReferenceHandle? GetPinnedType(TypeReferenceHandle? elementType) => null;
    public TypeReferenceHandle? GetFunctionPointerType(MethodSignature<TypeReferenceHandle?> signature) => null;
    public TypeReferenceHandle? GetGenericTypeParameter(object? context, int index) => null;
    public TypeReferenceHandle? GetGenericMethodParameter(object? context, int index) => null;
}
