using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>
/// The register's records in their order: rows that are added and never changed. An import of two thousand ties is one row
/// too, so it is there as a whole or not at all; its entries stand in a blob that is written before.
/// </summary>
internal sealed class RegisterLog(Tables tables, BlobServiceClient blobs)
{
    public const string Container = "register";
    private const string Partition = "log";

    /// <summary>Of a row's JSON; a row of storage holds a megabyte, in which a character takes two bytes.</summary>
    private const int LongestRow = 200_000;

    private volatile bool _containerIsThere;

    /// <summary>Oldest first.</summary>
    public async Task<List<RegisterRecord>> AfterAsync(int sequence, CancellationToken cancel)
    {
        var records = new List<RegisterRecord>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {KeyOf(sequence)}");
        var table = await tables.OpenAsync(Tables.Register, cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            records.Add(await WholeAsync(StoredJson.Read<RegisterRecord>(ChunkedText.Take(row)), cancel).ConfigureAwait(false));
        return records;
    }

    /// <returns>False: somebody else wrote a record under this number first.</returns>
    public async Task<bool> TryAddAsync(RegisterRecord record, CancellationToken cancel)
    {
        var json = StoredJson.Of(record);
        if (json.Length > LongestRow) json = StoredJson.Of(record with { Entries = null, Blob = await KeepAsync(record, cancel).ConfigureAwait(false) });
        var row = ChunkedText.Put(new TableEntity(Partition, KeyOf(record.Sequence)), json);
        return await (await tables.OpenAsync(Tables.Register, cancel).ConfigureAwait(false)).TryAddAsync(row, cancel).ConfigureAwait(false);
    }

    private async Task<RegisterRecord> WholeAsync(RegisterRecord record, CancellationToken cancel)
    {
        if (record.Blob is not { } name) return record;
        var blob = (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(name);
        var content = (await blob.DownloadContentAsync(cancel).ConfigureAwait(false)).Value.Content.ToString();
        return HashOf(content) == name
            ? record with { Entries = StoredJson.Read<IReadOnlyList<EntryDraft>>(content) }
            : throw new InvalidDataException($"The register's blob {name} is not what was written.");
    }

    /// <summary>Under its own hash: a record that lost its race leaves a blob that no row names, and the next try writes the same.</summary>
    private async Task<string> KeepAsync(RegisterRecord record, CancellationToken cancel)
    {
        var json = StoredJson.Of(record.Entries);
        var name = HashOf(json);
        await (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(name).UploadAsync(BinaryData.FromString(json), overwrite: true, cancel).ConfigureAwait(false);
        return name;
    }

    private async ValueTask<BlobContainerClient> OpenAsync(CancellationToken cancel)
    {
        var container = blobs.GetBlobContainerClient(Container);
        if (_containerIsThere) return container;
        await container.CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        _containerIsThere = true;
        return container;
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string KeyOf(int sequence) => sequence.ToString("D8", CultureInfo.InvariantCulture);
}
