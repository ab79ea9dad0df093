using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// An event that names the text it is about: a submission, a decision, a signature. Read from the stored letters, so that
/// whoever checks them without this program finds the same; saving a draft decides nothing.
/// </summary>
/// <param name="Type">The event's stored discriminator.</param>
public sealed record DecidedText(int Event, string Type, TextHash Text)
{
    private static readonly string[] Drafting = ["mou.draft-created.", "mou.draft-replaced."];

    /// <returns>Null for an event that decides on no text.</returns>
    public static DecidedText? Of(ChainedEvent chained)
    {
        ArgumentNullException.ThrowIfNull(chained);
        using var json = JsonDocument.Parse(chained.Json);
        var (type, text) = Read(json.RootElement);
        return text is null || Drafting.Any(draft => type.StartsWith(draft, StringComparison.Ordinal)) ? null : new(chained.Number, type, new(text));
    }

    /// <summary>Every text that an event names, drafts too.</summary>
    public static TextHash? TextOf(ChainedEvent chained)
    {
        ArgumentNullException.ThrowIfNull(chained);
        using var json = JsonDocument.Parse(chained.Json);
        return Read(json.RootElement).Text is { } text ? new TextHash(text) : null;
    }

    private static (string Type, string? Text) Read(JsonElement recorded)
    {
        var happened = recorded.GetProperty("event");
        var type = happened.GetProperty("type").GetString() ?? "";
        return (type, TextIn(happened) ?? (happened.TryGetProperty("signature", out var signature) && signature.ValueKind == JsonValueKind.Object ? TextIn(signature) : null));
    }

    private static string? TextIn(JsonElement of) => of.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
