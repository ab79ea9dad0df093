using System.Text.Json;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Orchestrations;

namespace LocalDiplomacy.Workflows.Mail.Reports;

/// <summary>
/// Reads what SendGrid's event webhook posts: an array of events, each with the arguments that we gave the mail. What tells of
/// other senders' mails, or of what we do not ask for, is passed over.
/// </summary>
public static class MailReportReader
{
    private const int LongestId = 200;

    /// <exception cref="JsonException">It is no array of events.</exception>
    public static IReadOnlyList<MailReport> Read(ReadOnlySpan<byte> body) =>
        [.. (JsonSerializer.Deserialize<List<Posted?>>(body) ?? throw new JsonException("There is no array.")).Select(Report).OfType<MailReport>()];

    private static MailReport? Report(Posted? posted) =>
        posted is { EventId: { Length: > 0 and <= LongestId } id, Seconds: > 0 and < 100_000_000_000 and var seconds }
        && MailNamed(posted.Mail) is { } mail && FateOf(posted) is { } fate
            ? new(id, mail, fate, DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;

    private static MailFate? FateOf(Posted posted) => posted.Event switch
    {
        "delivered" => MailFate.Delivered,
        "deferred" => MailFate.Deferred,
        "bounce" or "dropped" => MailFate.Bounced,
        "open" => posted.ByMachine == true ? MailFate.OpenedByMachine : MailFate.Opened,
        _ => null,
    };

    /// <summary>"ledger/mail", as <see cref="SendMail"/> names it.</summary>
    private static MailDeliveryInput? MailNamed(string? name) =>
        name is { Length: <= LongestId * 2 } && name.Split('/') is [{ Length: > 0 } ledger, { Length: > 0 } mail] && IsKey(ledger) && IsKey(mail) ? new(ledger, mail, false) : null;

    /// <summary>What a table would refuse as a key is none of ours.</summary>
    private static bool IsKey(string key) => key.All(letter => letter is not ('\\' or '#' or '?') && !char.IsControl(letter));

    private sealed record Posted(
        [property: JsonPropertyName("event")] string? Event, [property: JsonPropertyName("sg_event_id")] string? EventId,
        [property: JsonPropertyName("timestamp")] long Seconds, [property: JsonPropertyName("mail")] string? Mail,
        [property: JsonPropertyName("sg_machine_open")] bool? ByMachine);
}
