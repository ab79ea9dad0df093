using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What came of something that an office did. A page shows it, JSON answers it.</summary>
public abstract record OfficeDeed
{
    private OfficeDeed() { }

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
