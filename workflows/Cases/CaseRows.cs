using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>The rows of an MOU's partition: their names, and how they are written and read.</summary>
internal static class CaseRows
{
    public const string State = "state";
    /// <summary>Beside the events and no part of them: the number under which the register made the case public.</summary>
    public const string Register = "register";

    public const string EffectPrefix = "effect-";
    public const string Trace = "Trace";

    /// <summary>In an event's row its link, in the state's row the head. Missing in rows of the time before chains were stored.</summary>
    public const string Chain = "Chain";

    /// <summary>
    /// How a state is written today. A row of another shape, or of none, is not read: its events are, which say the same.
    /// To be raised whenever <see cref="Mou"/> or a stage changes what it stores.
    /// </summary>
    public const int Shape = 7;

    public const string ShapeColumn = "Shape";

    /// <summary>Ids come out of addresses that people type: what the table service would not take is nobody's id.</summary>
    public static bool CanBeKey(MouId id) =>
        id.Value is { Length: > 0 and <= 64 } && id.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string NameOfEvent(int number) => string.Create(CultureInfo.InvariantCulture, $"event-{number:D10}");

    public static string NameOf(CommandKey key) => "command-" + key.Name;

    public static TableEntity OfEvent(MouId id, RecordedEvent recorded, ChainedEvent chained) => ChunkedText.Put(
        new TableEntity(id.Value, NameOfEvent(recorded.Number)) { ["At"] = recorded.At, [Chain] = chained.Hash.Value }, chained.Json);

    public static TableEntity OfState(Mou mou, ChainHash head) => ChunkedText.Put(
        new TableEntity(mou.Id.Value, State) { ["Version"] = mou.Version, [ShapeColumn] = Shape, [Chain] = head.Value }, StoredJson.Of(mou));

    public static ChainHash? ChainOf(TableEntity row) => row.GetString(Chain) is { } hash ? new ChainHash(hash) : null;

    /// <summary>What of an event's row is chained.</summary>
    public static string JsonOf(TableEntity row) => ChunkedText.Take(row);

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
