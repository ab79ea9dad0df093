using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Faults;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Functions.Api.Answers;

public sealed record DeskLocalGovernmentListAnswer(IReadOnlyList<DeskLocalGovernmentAnswer> Items);

/// <summary>A local government as administrators edit it.</summary>
/// <param name="Version">The ETag's number.</param>
public sealed record DeskLocalGovernmentAnswer(int Version, LocalGovernmentAnswer LocalGovernment)
{
    public static DeskLocalGovernmentAnswer Of(Standing<LocalGovernment> standing) => new(standing.Version, LocalGovernmentAnswer.Of(standing.Row));
}

public sealed record DeskMissionListAnswer(IReadOnlyList<DeskMissionAnswer> Items);

/// <summary>A mission as administrators edit it.</summary>
/// <param name="Version">The ETag's number.</param>
/// <param name="Contact">Where its reviews go.</param>
/// <param name="Waiting">An address that waits for a second administrator.</param>
public sealed record DeskMissionAnswer(int Version, MissionAnswer Mission, string? Contact, ProposalAnswer? Waiting)
{
    public static DeskMissionAnswer Of(Standing<Mission> standing, DateTimeOffset now) => new(
        standing.Version, MissionAnswer.Of(standing.Row), standing.Row.Contact?.Value,
        standing.Row.Waiting is { } waiting ? new(waiting.Number, waiting.Address.Value, waiting.By.Name, waiting.At, waiting.ExpiresAt, waiting.HasExpired(now), waiting.Reason) : null);
}

public sealed record ProposalAnswer(
    int Proposal, string Address, string ProposedBy, DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt, bool HasExpired, string Reason);

/// <summary>What a file changed.</summary>
/// <param name="Revision">The table's newest revision from then on.</param>
public sealed record ImportAnswer(int Added, int Changed, int Unchanged, int Revision, IReadOnlyList<DifferenceAnswer> Differences)
{
    public static ImportAnswer Of(ImportResult.Read read) =>
        new(read.Added, read.Changed, read.Unchanged, read.Revision, [.. read.Differences.Select(DifferenceAnswer.Of)]);
}

public sealed record DifferenceAnswer(string Id, LocalizedText Name, bool IsNew, IReadOnlyList<CellDifference> Cells)
{
    public static DifferenceAnswer Of(RowDifference row) => new(row.Id, row.Name, row.IsNew, row.Cells);
}

/// <summary>One bad line of a file that was refused.</summary>
/// <param name="Line">As an editor counts; 1 is the line of the columns' names.</param>
/// <param name="Column">Null where it is the whole line.</param>
/// <param name="Sentence">What is wrong and what mends it, in the reader's language.</param>
public sealed record BadLineAnswer(int Line, string? Column, string Code, string? Value, string Sentence)
{
    public static BadLineAnswer Of(SheetProblem problem, Language language) => new(
        problem.Line, problem.Column, problem.Fault.ToString(), problem.Value, FieldFaultWords.Sentence(new FieldProblem(problem.Column ?? "", problem.Fault), language));
}

public sealed record TableHistoryAnswer(IReadOnlyList<TableChangeAnswer> Items);

/// <summary>One change of a table.</summary>
/// <param name="What">"added", "replaced", "imported", "contact-proposed", "contact-withdrawn", "contact-confirmed" or "loaded".</param>
public sealed record TableChangeAnswer(
    int Revision, DateTimeOffset At, string By, string What, string? Reason, IReadOnlyList<DifferenceAnswer> Differences)
{
    public static TableChangeAnswer Of(TableChange entry) => new(
        entry.Number, entry.At, entry.By.Name, KebabCase.Of(entry.What.GetType().Name), entry.Reason, [.. entry.Differences.Select(DifferenceAnswer.Of)]);
}
