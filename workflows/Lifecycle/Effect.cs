using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What is still to be carried out after a change was recorded.</summary>
/// <param name="Name">Event number, kind and recipient: the same effect has the same name whenever it is derived.</param>
/// <param name="EventNumber">The event that brought it about.</param>
/// <param name="Mail">Set for <see cref="EffectKind.Mail"/>, with <paramref name="To"/>.</param>
public sealed record Effect(string Name, int EventNumber, EffectKind Kind, MailKind? Mail, Recipient? To);

[JsonConverter(typeof(JsonStringEnumConverter<EffectKind>))]
public enum EffectKind { Lists, Mail }

/// <summary>Whom a mail is for, by their part in the case; addresses are looked up when it is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Recipient>))]
public enum Recipient
{
    /// <summary>The embassy's address on file.</summary>
    Reviewer,
    /// <summary>The office's person who last acted on the case, else every drafter of the office.</summary>
    Office,
    LocalGovernmentSigner,
    CounterpartySigner,
    /// <summary>The association's administrators.</summary>
    Desk,
}
