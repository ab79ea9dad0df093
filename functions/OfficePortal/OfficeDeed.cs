using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What came of something that an office, or the association's desk, did with a case. A page shows it, JSON answers it.</summary>
public abstract record OfficeDeed
{
    private OfficeDeed() { }

    /// <exception cref="ProblemException">What nothing can be shown of: no such MOU, or a key that stands for something else.</exception>
    public static OfficeDeed Of(CommandResult result) => result switch
    {
        CommandResult.Done done => new Done(done.Mou, done.New),
        // Of what was not begun there is nothing to show.
        CommandResult.Refused { Mou.Stage: Stage.NotBegun } refused => throw new ProblemException(new Problem(ProblemKind.Refused) { Refusal = refused.Why }),
        CommandResult.Refused refused => new Refused(refused.Why, refused.Mou),
        CommandResult.VersionMismatch stale => new Stale(stale.Mou),
        CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
        _ => throw new ProblemException(ProblemKind.NotFound),
    };

    /// <param name="New">What was recorded; empty where it was so already.</param>
    public sealed record Done(Mou Mou, IReadOnlyList<RecordedEvent> New) : OfficeDeed;

    public sealed record Refused(Refusal Why, Mou Mou) : OfficeDeed;

    /// <summary>Somebody changed the draft since this caller read it.</summary>
    public sealed record Stale(Mou Mou) : OfficeDeed;

    /// <summary>Screening found what must be mended before anybody else sees the text.</summary>
    public sealed record Screened(IReadOnlyList<Finding> Findings, Mou Mou) : OfficeDeed;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : OfficeDeed
    {
        public static Unreadable Missing(string field) => new([new FieldProblem(field, FieldFault.Missing)]);
    }
}
