using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Who did what an event records. Names and offices, never addresses.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfficeMember), "office-member")]
[JsonDerivedType(typeof(ApiClient), "api-client")]
[JsonDerivedType(typeof(EmbassyOfficer), "embassy-officer")]
[JsonDerivedType(typeof(SigningPerson), "signer")]
[JsonDerivedType(typeof(MinistryReviewer), "ministry-reviewer")]
[JsonDerivedType(typeof(CeremonyWitness), "witness")]
[JsonDerivedType(typeof(AssociationMember), "association-member")]
[JsonDerivedType(typeof(Public), "public")]
[JsonDerivedType(typeof(Clock), "clock")]
[JsonDerivedType(typeof(MailService), "mail-service")]
public abstract record Actor
{
    private Actor() { }

    /// <summary>A person of a local government, signed in.</summary>
    public sealed record OfficeMember(LocalGovernmentId Office, string PersonId, string Name, Role Role = Role.Drafter) : Actor;

    /// <summary>A program of a local government, by its API key.</summary>
    public sealed record ApiClient(LocalGovernmentId Office, string KeyId, string Label) : Actor;

    /// <summary>Whoever holds an embassy's link and its code, by the name typed with the decision.</summary>
    public sealed record EmbassyOfficer(MissionId Mission, string Name) : Actor;

    /// <summary>A signer, by link and code.</summary>
    public sealed record SigningPerson(Side Side, string Name) : Actor;

    /// <summary>The ministry's desk, by link and code.</summary>
    public sealed record MinistryReviewer(string Name) : Actor;

    /// <summary>Somebody who witnesses a signing.</summary>
    public sealed record CeremonyWitness(string Name) : Actor;

    /// <summary>A person of the association, signed in: the desk, an operator or an auditor.</summary>
    public sealed record AssociationMember(string PersonId, string Name, Role Role = Role.Desk) : Actor;

    /// <summary>Whoever reads the register.</summary>
    public sealed record Public : Actor;

    /// <summary>Time that ran out.</summary>
    public sealed record Clock : Actor;

    /// <summary>The mail service's report on a mail.</summary>
    public sealed record MailService : Actor;
}
