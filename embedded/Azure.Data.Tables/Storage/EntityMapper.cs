using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Storage;

/// <summary>
/// From entities to properties and back. Public properties count, unless they carry
/// <see cref="IgnoreDataMemberAttribute"/>; <see cref="DataMemberAttribute.Name"/> renames; null is left out.
/// </summary>
internal static class EntityMapper
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    public static EntityProperties ToProperties(ITableEntity entity)
    {
        var properties = new EntityProperties();
        foreach (var (name, value) in Values(entity))
        {
            if (name is not (PropertyNames.PartitionKey or PropertyNames.RowKey or PropertyNames.Timestamp
                or PropertyNames.ETag or nameof(ITableEntity.ETag)))
                properties.Put(name, value);
        }

        return properties;
    }

    public static EntityKey Key(ITableEntity entity)
    {
        if (entity.PartitionKey is null || entity.RowKey is null)
            throw new ArgumentNullException(nameof(entity), "An entity needs a PartitionKey and a RowKey.");
        return new EntityKey(entity.PartitionKey, entity.RowKey);
    }

    public static T FromProperties<T>(EntityProperties properties)
    {
        if (typeof(T) == typeof(TableEntity))
            return (T)(object)new TableEntity(properties!);
        var entity = Activator.CreateInstance<T>()!;
        if (entity is IDictionary<string, object> dictionary)
            Fill(dictionary, properties);
        else
            Fill(entity, properties);
        return entity;
    }

    private static void Fill(IDictionary<string, object> dictionary, EntityProperties properties)
    {
        foreach (var (name, value) in properties)
            dictionary[name] = value;
    }

    private static void Fill(object entity, EntityProperties properties)
    {
        foreach (var member in Members.GetOrAdd(entity.GetType(), Reflect))
        {
            var name = member.Name == nameof(ITableEntity.ETag) ? PropertyNames.ETag : member.Name;
            if (member.Property.CanWrite && properties.TryGetValue(name, out var value))
                member.Property.SetValue(entity, PropertyConversion.To(member.Property.PropertyType, value));
        }
    }

    private static IEnumerable<(string Name, object? Value)> Values(ITableEntity entity) =>
        entity is IDictionary<string, object> dictionary
            ? dictionary.Select(pair => (pair.Key, (object?)pair.Value))
            : Members.GetOrAdd(entity.GetType(), Reflect)
                .Where(member => member.Property.CanRead)
                .Select(member => (member.Name, member.Property.GetValue(entity)));

    private static Member[] Reflect(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
           where property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
           select new Member(property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property),
    ];

    private sealed record Member(string Name, PropertyInfo Property);
}
