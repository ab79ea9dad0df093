#nullable disable annotations
namespace Azure.Data.Tables;

/// <summary>A row: two keys that together are unique in a table, and what the storage keeps about it.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }
    string RowKey { get; set; }

    /// <summary>When the row was last written, by the storage's clock; ignored on writes.</summary>
    DateTimeOffset? Timestamp { get; set; }
    ETag ETag { get; set; }
}
