using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What somebody is to a case. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Writes for a local government, as a person or as its program.</summary>
    Drafter,
    /// <summary>Approves for a local government.</summary>
    HeadOfOffice,
    /// <summary>Records what a local council decided.</summary>
    CouncilClerk,
    MinistryReviewer,
    EmbassyOfficer,
    LocalGovernmentSigner,
    CounterpartySigner,
    Witness,
    /// <summary>The association's secretariat.</summary>
    Desk,
    /// <summary>Keeps the machinery running; decides nothing on a case.</summary>
    Operator,
    /// <summary>Reads everything; changes nothing.</summary>
    Auditor,
    Public,
    Clock,
    MailService,
}

/// <summary>The role that an actor has.</summary>
public static class Roles
{
    public static Role Of(Actor by) => by switch
    {
        Actor.OfficeMember member => member.Role,
        Actor.ApiClient => Role.Drafter,
        Actor.EmbassyOfficer => Role.EmbassyOfficer,
        Actor.SigningPerson signer => signer.Side == Side.LocalGovernment ? Role.LocalGovernmentSigner : Role.CounterpartySigner,
        Actor.MinistryReviewer => Role.MinistryReviewer,
        Actor.CeremonyWitness => Role.Witness,
        Actor.AssociationMember member => member.Role,
        Actor.Public => Role.Public,
        Actor.Clock => Role.Clock,
        Actor.MailService => Role.MailService,
        _ => throw new InvalidOperationException($"{by.GetType().Name} has no role."),
    };
}
