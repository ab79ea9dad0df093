using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>The rows of an MOU's partition: their names, and how they are written and read.</summary>
internal static class CaseRows
{
    public const string State = "state";
    public const string EffectPrefix = "effect-";
    public const string Trace = "Trace";

    /// <summary>Ids come out of addresses that people type: what the table service would not take is nobody's id.</summary>
    public static bool CanBeKey(MouId id) =>
        id.Value is { Length: > 0 and <= 64 } && id.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string NameOfEvent(int number) => string.Create(CultureInfo.InvariantCulture, $"event-{number:D10}");

    public static string NameOf(CommandKey key) => "command-" + key.Name;

    public static TableEntity OfEvent(MouId id, RecordedEvent recorded) =>
        ChunkedText.Put(new TableEntity(id.Value, NameOfEvent(recorded.Number)) { ["At"] = recorded.At }, StoredJson.Of(recorded));

    public static TableEntity OfState(Mou mou) =>
        ChunkedText.Put(new TableEntity(mou.Id.Value, State) { ["Version"] = mou.Version }, StoredJson.Of(mou));

    public static TableEntity OfEffect(MouId id, Effect effect)
    {
        var row = ChunkedText.Put(new TableEntity(id.Value, EffectPrefix + effect.Name), StoredJson.Of(effect));
        if (Telemetry.Context is { } trace) row[Trace] = trace;
        return row;
    }

    public static TableEntity OfCommand(MouId id, CarriedOutCommand command) => new(id.Value, NameOf(command.Key))
    {
        ["Fingerprint"] = command.Key.Fingerprint,
        ["Try"] = command.Try,
        ["FirstEvent"] = command.FirstEvent,
        ["LastEvent"] = command.LastEvent,
    };

    public static CarriedOutCommand ReadCommand(TableEntity row) => new(
        new CommandKey(row.RowKey["command-".Length..], row.GetString("Fingerprint") ?? ""),
        row.GetString("Try") ?? "",
        row.GetInt32("FirstEvent") ?? 0,
        row.GetInt32("LastEvent") ?? -1);
}
