using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Who sent a request, as far as a session or an API key says. A link's holder is <see cref="Nobody"/> here.</summary>
public abstract record Caller
{
    private Caller() { }

    /// <summary>Neither session nor key, or ones that no longer hold.</summary>
    public sealed record Nobody : Caller;

    /// <summary>A signed-in person of an office, or of the desk.</summary>
    public sealed record Member(Person Person, string SessionToken) : Caller;

    /// <summary>An office's program.</summary>
    public sealed record Program(ApiKey Key) : Caller;

    /// <summary>The office acted for; null for the desk and for nobody.</summary>
    public LocalGovernmentId? Office => this switch
    {
        Member member => member.Person.Office,
        Program program => program.Key.Office,
        _ => null,
    };

    public bool IsDesk => this is Member { Person.Role: PersonRole.Administrator };

    /// <summary>Sees every office's cases.</summary>
    public bool IsOfAssociation => this is Member { Person: { Office: null, Role: PersonRole.Administrator or PersonRole.Operator or PersonRole.Auditor } };

    /// <summary>Who an Idempotency-Key belongs to: two callers may use the same key.</summary>
    public string Principal => this switch
    {
        Member member => "person:" + member.Person.Id,
        Program program => "key:" + program.Key.Id,
        _ => "nobody",
    };

    /// <summary>Who the record says did it for the association.</summary>
    /// <exception cref="InvalidOperationException">Nobody of the association called.</exception>
    public Actor.AssociationMember ActingForAssociation() => this is Member { Person: var person } && IsOfAssociation
        ? new(person.Id, person.Name, person.Role switch
        {
            PersonRole.Administrator => Role.Desk,
            PersonRole.Operator => Role.Operator,
            _ => Role.Auditor,
        })
        : throw new InvalidOperationException("Only a person of the association acts for it; the audience of the function should have refused.");

    /// <summary>Who the record says did it.</summary>
    /// <exception cref="InvalidOperationException">Nobody of an office called.</exception>
    public Actor ActingForOffice() => this switch
    {
        Member { Person: { Office: { } office } person } => new Actor.OfficeMember(office, person.Id, person.Name, person.Role switch
        {
            PersonRole.HeadOfOffice => Role.HeadOfOffice,
            PersonRole.CouncilClerk => Role.CouncilClerk,
            PersonRole.Operator => Role.Operator,
            PersonRole.Auditor => Role.Auditor,
            _ => Role.Drafter,
        }),
        Program { Key: var key } => new Actor.ApiClient(key.Office, key.Id, key.Label),
        _ => throw new InvalidOperationException("Only an office's caller acts for an office; the audience of the function should have refused."),
    };
}
