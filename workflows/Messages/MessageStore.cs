using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Messages;

/// <summary>What was written about cases from outside, one row each, and the files that came along.</summary>
public sealed class MessageStore(Tables tables, BlobServiceClient blobs)
{
    public const string Container = "message-attachments";
    private readonly CaseFiles _files = new(blobs, Container);

    /// <summary>By when it came.</summary>
    public async Task<IReadOnlyList<CaseMessage>> OfCaseAsync(MouId id, CancellationToken cancel = default)
    {
        var messages = new List<CaseMessage>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            messages.Add(Read(row));
        return [.. messages.OrderBy(message => message.At).ThenBy(message => message.Id, StringComparer.Ordinal)];
    }

    public async Task<CaseMessage?> FindAsync(MouId mou, string id, CancellationToken cancel = default) =>
        IsId(id) && await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(mou.Value, id, cancel).ConfigureAwait(false) is { } row ? Read(row) : null;

    /// <returns>False: it was filed before, and stands as it was.</returns>
    internal async Task<bool> TryFileAsync(CaseMessage message, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false))
            .TryAddAsync(ChunkedText.Put(new TableEntity(message.Mou.Value, message.Id), StoredJson.Of(message)), cancel).ConfigureAwait(false);

    /// <returns>The hash under which it stands.</returns>
    internal async Task<string> KeepAsync(MouId mou, byte[] content, CancellationToken cancel)
    {
        var hash = CaseFiles.HashOf(content);
        await _files.SaveAsync(mou, hash, content, cancel).ConfigureAwait(false);
        return hash;
    }

    /// <returns>Null: it is not there, or is not what was kept under this hash.</returns>
    public Task<byte[]?> FindAttachmentAsync(MouId mou, string hash, CancellationToken cancel = default) => _files.FindAsync(mou, hash, cancel);

    internal Task RemoveAttachmentsAsync(MouId mou, CancellationToken cancel) => _files.RemoveAllAsync(mou, cancel);

    private static CaseMessage Read(TableEntity row) => StoredJson.Read<CaseMessage>(ChunkedText.Take(row));

    /// <summary>Ids are ours, and plain: anything else never reaches a table's key.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseMessages, cancel);
}
