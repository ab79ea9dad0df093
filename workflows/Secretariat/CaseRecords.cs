using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>One row of a case's partition.</summary>
/// <param name="Json">What it holds, indented; with everything personal masked unless the record was opened.</param>
public sealed record RawRow(string Name, DateTimeOffset? WrittenAt, string Json);

/// <summary>That somebody read a case's rows unmasked.</summary>
public sealed record Opening(DateTimeOffset At, string PersonId, string Name, Role Role, string Reason);

/// <summary>
/// The rows of a case as they are stored, for whoever looks for a fault. What could name a person is masked: whoever needs
/// it says why, and that is kept before anything is shown.
/// </summary>
public sealed class CaseRecords(CasePartition partition, Tables tables, TimeProvider time)
{
    private const string Masked = "•••";
    private const int LongestShown = 4000;

    /// <summary>Strings under these names say what a thing is, not who somebody is. All others are masked.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "type", "kind", "stage", "deed", "found", "effect", "matter", "reminder", "side", "role", "mode", "verdict", "answer", "result", "cause", "outcome", "choice", "mission", "office",
        "former", "successor", "text", "hash", "head", "chain", "at", "on", "number", "version", "shape", "holder", "by", "language", "mail", "to", "eventNumber", "endsAt", "lastDay", "startsAt",
        "createdAt", "changedAt", "stageSince", "notBefore", "fingerprint", "try", "trace", "mouId", "ledger", "mailId", "effects", "nextDue", "firstEvent", "lastEvent", "form", "standing", "id",
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In the partition's order, masked.</summary>
    public async Task<IReadOnlyList<RawRow>> ReadAsync(MouId id, CancellationToken cancel = default) =>
        [.. (await partition.RowsAsync(id, cancel).ConfigureAwait(false)).Select(row => RowOf(row, isOpen: false))];

    /// <summary>As they are stored. That this person opened them, and why, is kept first.</summary>
    public async Task<IReadOnlyList<RawRow>> OpenAsync(MouId id, Actor.AssociationMember by, string reason, CancellationToken cancel = default)
    {
        await NoteOpeningAsync(id, by, reason, cancel).ConfigureAwait(false);
        return [.. (await partition.RowsAsync(id, cancel).ConfigureAwait(false)).Select(row => RowOf(row, isOpen: true))];
    }

    /// <summary>Keeps that this person is about to see what is masked, and why. What is shown is read afterwards.</summary>
    public async Task NoteOpeningAsync(MouId id, Actor.AssociationMember by, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = time.GetUtcNow();
        await (await tables.OpenAsync(Tables.Openings, cancel).ConfigureAwait(false)).AddEntityAsync(
            new TableEntity(id.Value, $"{now.UtcTicks:D19}-{Secret.NewName()[..8]}") { ["At"] = now, ["PersonId"] = by.PersonId, ["Name"] = by.Name, ["Role"] = by.Role.ToString(), ["Reason"] = reason.Trim() },
            cancel).ConfigureAwait(false);
    }

    /// <summary>What an orchestration was given or gave back, as a page shows it: masked as rows are, and cut where it is long.</summary>
    /// <param name="json">As it was kept; null: nothing.</param>
    public static string? Shown(string? json, bool isOpen)
    {
        if (string.IsNullOrEmpty(json) || json == "null") return null;
        var text = isOpen ? json : MaskedText(json);
        return text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
    }

    private static string MaskedText(string json)
    {
        try
        {
            return Mask(JsonNode.Parse(json), "")?.ToJsonString(Indented) ?? "null";
        }
        catch (JsonException)
        {
            return Masked;
        }
    }

    /// <summary>Who opened them, the newest first.</summary>
    public async Task<IReadOnlyList<Opening>> OpeningsAsync(MouId id, CancellationToken cancel = default)
    {
        var all = new List<Opening>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        await foreach (var row in (await tables.OpenAsync(Tables.Openings, cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            all.Add(new(row.GetDateTimeOffset("At") ?? default, row.GetString("PersonId") ?? "", row.GetString("Name") ?? "", Enum.Parse<Role>(row.GetString("Role") ?? nameof(Role.Desk)), row.GetString("Reason") ?? ""));
        all.Reverse();
        return all;
    }

    private static RawRow RowOf(TableEntity row, bool isOpen)
    {
        var content = new JsonObject();
        var text = ChunkedText.Take(row);
        if (text.Length > 0) content["content"] = JsonNode.Parse(text);
        foreach (var (name, value) in row.Where(property => !IsOfStorage(property.Key)))
            content[name] = value switch
            {
                DateTimeOffset moment => moment.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                int number => number,
                bool yes => yes,
                _ => value?.ToString(),
            };
        return new(row.RowKey, row.Timestamp, (isOpen ? content : Mask(content, ""))!.ToJsonString(Indented));
    }

    /// <summary>The text stands under "content", and its parts are columns.</summary>
    private static bool IsOfStorage(string column) =>
        column is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" || column.StartsWith("Json", StringComparison.Ordinal);

    internal static JsonNode? Mask(JsonNode? node, string name) => node switch
    {
        JsonObject inner => new JsonObject(inner.Select(pair => KeyValuePair.Create(pair.Key, Mask(pair.Value, pair.Key)))),
        JsonArray list => new JsonArray([.. list.Select(item => Mask(item, name))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !IsPlain(name, value.GetValue<string>()) => Masked,
        _ => node?.DeepClone(),
    };

    private static bool IsPlain(string name, string value) =>
        Plain.Contains(name) && value.Length <= 200 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+' || (c >= 0xAC00 && IsAnId(name)));

    /// <summary>A local government's id has the name of its city in it.</summary>
    private static bool IsAnId(string name) => name.ToUpperInvariant() is "OFFICE" or "FORMER" or "SUCCESSOR";
}
