using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.People;

/// <summary>Why a deed about a person was refused. Each has a sentence in four languages.</summary>
public enum PeopleRefusal
{
    /// <summary>Nobody takes the role of administrator from themselves, nor ends their own access: so there is always one.</summary>
    OwnRole,
    /// <summary>Who does it is no administrator any more.</summary>
    NoAdministrator,
    /// <summary>Another change of this person waits for a second administrator.</summary>
    ChangeWaits,
    /// <summary>Who proposed a change cannot confirm it too.</summary>
    ProposerCannotConfirm,
    /// <summary>Nobody confirmed it in time.</summary>
    ProposalExpired,
    /// <summary>It was confirmed or withdrawn, or there never was one of this number.</summary>
    ProposalIsOver,
    /// <summary>Somebody else took the address while the change waited.</summary>
    AddressTakenMeanwhile,
    /// <summary>This person's access has ended.</summary>
    AccessEnded,
}

/// <summary>What came of a deed about a person.</summary>
public abstract record PeopleResult
{
    private PeopleResult() { }

    /// <summary>Done, or done before by the same call. With <see cref="PersonStanding.Waiting"/>: a second administrator is asked.</summary>
    public sealed record Done(PersonStanding Standing) : PeopleResult;

    /// <summary>A proposal of somebody new was withdrawn: the person is there no more.</summary>
    public sealed record Gone(string Id) : PeopleResult;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : PeopleResult;

    /// <summary>Somebody changed this person since the caller read them.</summary>
    public sealed record Stale(PersonStanding Current) : PeopleResult;

    /// <param name="Current">Null where there is nobody to show.</param>
    public sealed record Refused(PeopleRefusal Why, PersonStanding? Current) : PeopleResult;

    public sealed record NotThere : PeopleResult;
}
