using System.Text.Json;
using LocalDiplomacy.EmbeddedHost.Settings;
using SendGrid.Helpers.Mail;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>Reads a v3 mail/send body, with the checks that SendGrid makes of what this application uses.</summary>
internal static class MailSendRequest
{
    /// <exception cref="MailRefusedException">Not JSON, or a message that SendGrid refuses.</exception>
    public static IReadOnlyList<StoredMail> Read(string json, DateTimeOffset at)
    {
        var message = Parse(json);
        CheckSender(message);
        CheckContent(message);
        var envelopes = message.Personalizations is { Count: > 0 } given
            ? given
            : throw new MailRefusedException("The personalizations field is required and must have at least one personalization.", "personalizations");
        return [.. envelopes.Select((envelope, index) => Envelope(message, envelope, at, index))];
    }

    private static SendGridMessage Parse(string json)
    {
        try
        {
            return SendGridMessage.Deserialize(json) ?? throw new MailRefusedException("Bad Request", null);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new MailRefusedException("Bad Request", null);
        }
    }

    private static void CheckSender(SendGridMessage message)
    {
        if (message.From is null)
            throw new MailRefusedException("The from object must be provided for every email send. It is an object that requires the email parameter.", "from");
        CheckAddress(message.From, "from.email");
    }

    private static void CheckContent(SendGridMessage message)
    {
        if (message.Contents is not { Count: > 0 } contents)
            throw new MailRefusedException("Unless a valid template_id is provided, the content parameter is required.", "content");
        if (contents.Any(content => string.IsNullOrEmpty(content.Type) || string.IsNullOrEmpty(content.Value)))
            throw new MailRefusedException("The content value must be a string at least one character in length.", "content.0.value");
        // Text first, then HTML: SendGrid refuses the other order.
        if (contents.FindIndex(content => content.Type == MimeTypes.Text) > 0)
            throw new MailRefusedException("If present, text/plain and text/html may only be provided once, text/plain first.", "content");
    }

    private static StoredMail Envelope(SendGridMessage message, Personalization envelope, DateTimeOffset at, int index)
    {
        var to = envelope.Tos ?? [];
        var field = $"personalizations.{index}.to";
        if (to.Count == 0)
            throw new MailRefusedException("The to array is required for all personalization objects, and must have at least one email object.", field);
        foreach (var recipient in to.Concat(envelope.Ccs ?? []).Concat(envelope.Bccs ?? []))
            CheckAddress(recipient, field + ".email");

        var subject = envelope.Subject ?? message.Subject;
        if (string.IsNullOrEmpty(subject))
            throw new MailRefusedException("The subject is required.", "subject");

        var from = envelope.From ?? message.From!;
        return new StoredMail(MailIds.New(at, index), at, from.Email!, from.Name, Addresses(to), subject, Part(message, MimeTypes.Text))
        {
            Html = Part(message, MimeTypes.Html),
            ReplyTo = message.ReplyTo?.Email,
            Cc = [.. (envelope.Ccs ?? []).Select(address => address.Email!)],
            Bcc = [.. (envelope.Bccs ?? []).Select(address => address.Email!)],
            Headers = Merged(message.Headers, envelope.Headers),
            CustomArgs = Merged(message.CustomArgs, envelope.CustomArgs),
            Categories = message.Categories ?? [],
        };
    }

    private static void CheckAddress(EmailAddress address, string field)
    {
        if (!HostSettings.IsMailAddress(address.Email))
            throw new MailRefusedException("Does not contain a valid address.", field);
    }

    private static string Addresses(IEnumerable<EmailAddress> addresses) => string.Join(", ", addresses.Select(address => address.Email));

    private static string? Part(SendGridMessage message, string type) => message.Contents!.Find(content => content.Type == type)?.Value;

    private static Dictionary<string, string> Merged(Dictionary<string, string>? all, Dictionary<string, string>? own) =>
        (all ?? []).Concat(own ?? []).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);
}
