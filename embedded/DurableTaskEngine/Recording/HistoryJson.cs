using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>Recorded histories as JSON. What is wrong with a text is said with its place.</summary>
public static class HistoryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        // A file for people and programs, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RecordedHistory history) => JsonSerializer.Serialize(history, Options) + "\n";

    /// <exception cref="HistoryFormatException">The text is no history, or of another format version.</exception>
    public static RecordedHistory Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckVersion(text);
        try
        {
            var history = JsonSerializer.Deserialize<RecordedHistory>(text, Options)!;
            CheckEvents(history);
            return history;
        }
        catch (JsonException wrong)
        {
            throw new HistoryFormatException($"This is no history as an export writes it: {wrong.Message}", wrong);
        }
    }

    /// <summary>First of all: of another version nothing else can be said.</summary>
    private static void CheckVersion(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format)
                || format.ValueKind != JsonValueKind.String || format.GetString() != RecordedHistory.FormatName)
                throw new HistoryFormatException($"\"format\" is not \"{RecordedHistory.FormatName}\": this is no history as an export writes it.");
            if (!root.TryGetProperty("formatVersion", out var version) || !version.TryGetInt32(out var number))
                throw new HistoryFormatException("\"formatVersion\" is missing or no number.");
            if (number != RecordedHistory.CurrentFormat)
                throw new HistoryFormatException(
                    $"\"formatVersion\" is {number}; this program reads {RecordedHistory.CurrentFormat}. Export the history again, or use the release that wrote it.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new HistoryFormatException($"This is no JSON: {wrong.Message}", wrong);
        }
    }

    private static void CheckEvents(RecordedHistory history)
    {
        var turn = 0;
        for (var number = 0; number < history.Events.Count; number++)
        {
            var happened = history.Events[number];
            if (happened.Number != number) throw Wrong(number, "number", $"is {happened.Number}; events are numbered from 0 without a gap");
            if (happened.Turn < turn) throw Wrong(number, "turn", $"is {happened.Turn}, before the {turn} of the event in front of it");
            if (!Enum.TryParse<HistoryKind>(happened.Kind, out _)) throw Wrong(number, "kind", $"is '{happened.Kind}', which is no kind of event");
            if (happened.Time.Kind != DateTimeKind.Utc) throw Wrong(number, "time", "is not in UTC; it ends in 'Z'");
            turn = happened.Turn;
        }
    }

    private static HistoryFormatException Wrong(int number, string field, string what) => new($"\"events[{number}].{field}\" {what}.");
}
