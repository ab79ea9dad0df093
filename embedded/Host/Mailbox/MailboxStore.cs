using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.EmbeddedHost.Storage;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>
/// The mails of the embedded host, on the same storage as everything else: a blob a mail, and rows that list it, one for
/// all mails and one a recipient. The rows are written after the blob and before the sender has its answer, so a mail
/// that was accepted is never lost; one that was not may show in a list.
/// </summary>
internal sealed class MailboxStore(StoragePlace storage)
{
    private const string Table = "Mailbox";
    private const string Container = "mailbox";
    private const string All = "all";
    private const int ShownCharacters = 30_000;

    private volatile bool _made;

    public async Task AddAsync(StoredMail mail, CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        var blob = storage.Blobs.GetBlobContainerClient(Container).GetBlobClient(BlobName(mail.Id));
        await blob.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(mail)), overwrite: true, cancellationToken);

        var table = storage.Tables.GetTableClient(Table);
        foreach (var partition in Recipients(mail).Select(Partition).Distinct().Append(All))
            await table.UpsertEntityAsync(Row(partition, mail), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Newest first.</summary>
    /// <param name="to">Only mails to this address, whatever its case.</param>
    /// <param name="after">The last id of the page before.</param>
    public async Task<IReadOnlyList<MailSummary>> ListAsync(string? to, string? after, int limit, CancellationToken cancellationToken)
    {
        var partition = string.IsNullOrWhiteSpace(to) ? All : Partition(to);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}");
        var mails = new List<MailSummary>();
        try
        {
            var rows = storage.Tables.GetTableClient(Table).QueryAsync<TableEntity>(filter, Math.Min(limit, 1000), cancellationToken: cancellationToken);
            await foreach (var row in rows)
            {
                mails.Add(Summary(row));
                if (mails.Count == limit)
                    break;
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // No table yet: no mail was ever sent.
        }

        return mails;
    }

    public async Task<StoredMail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Blobs.GetBlobContainerClient(Container).GetBlobClient(BlobName(id));
            var content = await blob.DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize<StoredMail>(content.Value.Content);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (_made)
            return;
        await storage.Tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        await storage.Blobs.GetBlobContainerClient(Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        _made = true;
    }

    private static string BlobName(string id) => id + ".json";

    private static IEnumerable<string> Recipients(StoredMail mail) => mail.To.Split(", ").Concat(mail.Cc).Concat(mail.Bcc);

    // Hashed, as an address may hold characters that a key may not.
    private static string Partition(string address) =>
        "to-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())));

    private static TableEntity Row(string partition, StoredMail mail) => new(partition, mail.Id)
    {
        [nameof(MailSummary.At)] = mail.At,
        [nameof(MailSummary.From)] = mail.From,
        [nameof(MailSummary.To)] = mail.To,
        [nameof(MailSummary.Subject)] = mail.Subject,
        [nameof(MailSummary.Text)] = Shown(mail.Text ?? ""),
        [nameof(MailSummary.ReplyTo)] = mail.ReplyTo ?? "",
    };

    private static string Shown(string text) => text.Length <= ShownCharacters ? text : text[..ShownCharacters];

    private static MailSummary Summary(TableEntity row) => new(
        row.RowKey,
        row.GetDateTimeOffset(nameof(MailSummary.At)) ?? default,
        row.GetString(nameof(MailSummary.From)),
        row.GetString(nameof(MailSummary.To)),
        row.GetString(nameof(MailSummary.Subject)),
        row.GetString(nameof(MailSummary.Text)),
        row.GetString(nameof(MailSummary.ReplyTo)) is { Length: > 0 } replyTo ? replyTo : null);
}
