using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Office">Null for administrators of the association.</param>
public sealed record Person(
    string Id, LocalGovernmentId? Office, string Name, string Title, EmailAddress Address, Language Language, PersonRole Role);

/// <summary>What a person may do. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonRole>))]
public enum PersonRole { Drafter, Administrator, HeadOfOffice, CouncilClerk, Operator, Auditor }
