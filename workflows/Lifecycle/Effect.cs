using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What is still to be carried out after a change was recorded.</summary>
/// <param name="Name">Event number, kind and recipient: the same effect has the same name whenever it is derived.</param>
/// <param name="EventNumber">The event that brought it about.</param>
/// <param name="Mail">Set for <see cref="EffectKind.Mail"/>, with <paramref name="To"/>.</param>
/// <param name="Mission">Which embassy, where it is not the one that leads.</param>
/// <param name="NotBefore">When its reader works again, where time brought it about while they do not; null: at once.</param>
public sealed record Effect(
    string Name, int EventNumber, EffectKind Kind, MailKind? Mail, Recipient? To, MissionId? Mission = null, DateTimeOffset? NotBefore = null);

[JsonConverter(typeof(JsonStringEnumConverter<EffectKind>))]
public enum EffectKind
{
    Lists,
    Mail,
    /// <summary>What happened here has a consequence for an MOU that this one is linked to.</summary>
    LinkedMous,
    /// <summary>What the public is told of it.</summary>
    Register,
    /// <summary>What an administrator wants done to the case's orchestration, which cannot do that itself.</summary>
    Orchestration,
}

/// <summary>Whom a mail is for, by their part in the case; addresses are looked up when it is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Recipient>))]
public enum Recipient
{
    /// <summary>Whoever reviews for an embassy: the address on file, or the colleague that took over.</summary>
    Reviewer,
    /// <summary>The drafter who last acted on the case, else every drafter of the office.</summary>
    Office,
    LocalGovernmentSigner,
    CounterpartySigner,
    /// <summary>The association's administrators.</summary>
    Desk,
    /// <summary>Those who approve for the office; where nobody is named, everybody of it.</summary>
    HeadOfOffice,
    /// <summary>Those who record the council's decisions; where nobody is named, everybody of the office.</summary>
    CouncilClerk,
    /// <summary>The ministry's desk, by link.</summary>
    CentralReviewer,
    /// <summary>Who reviewed for the ministry, and keeps copies of what was signed.</summary>
    CentralDesk,
    /// <summary>Everybody of the local government whose place a successor took.</summary>
    FormerOffice,
    /// <summary>The address that a link went to before.</summary>
    FormerReader,
}
