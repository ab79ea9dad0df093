using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public enum Mood
{
    Calm,
    Pressed,
}

/// <summary>An entity of every type that tables know.</summary>
public sealed class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int? Number { get; set; }

    public long? Large { get; set; }

    public double? Real { get; set; }

    public bool? Truth { get; set; }

    public Guid? Id { get; set; }

    public DateTimeOffset? Time { get; set; }

    public DateTime? Day { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Mood Mood { get; set; }

    [DataMember(Name = "renamed")]
    public string? Named { get; set; }

    [IgnoreDataMember]
    public string? Ignored { get; set; }
}
