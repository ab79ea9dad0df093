namespace Azure.Data.Tables.Storage;

internal readonly record struct EntityKey(string Partition, string Row);

/// <param name="Kind">What to do.</param>
/// <param name="Key">To which row.</param>
/// <param name="Properties">The new values, keys and storage's own properties left out; empty for a delete.</param>
/// <param name="IfMatch">The version that an update or delete expects, or <see cref="ETag.All"/>.</param>
internal sealed record EntityChange(
    TableTransactionActionType Kind, EntityKey Key, EntityProperties Properties, ETag IfMatch);

/// <param name="Filter">OData, or null for all rows.</param>
/// <param name="Select">Property names, or null for all.</param>
/// <param name="PageSize">At most so many rows a page; the storage itself caps at 1,000.</param>
internal sealed record EntityQuery(string? Filter, IReadOnlyList<string>? Select, int? PageSize);
