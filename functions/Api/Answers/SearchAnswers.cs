using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Secretariat;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>A page of the MOUs that were found.</summary>
/// <param name="Total">Of all pages.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record FoundMousAnswer(IReadOnlyList<FoundMouAnswer> Items, int Total, string? Next)
{
    public static FoundMousAnswer Of(FoundCases found) => new([.. found.Items.Select(FoundMouAnswer.Of)], found.Total, found.Next);
}

/// <summary>One MOU that was found.</summary>
/// <param name="OtherMissions">Embassies beside the one that leads.</param>
/// <param name="CameBack">A request that was sent came back.</param>
public sealed record FoundMouAnswer(
    MouId Id, int Version, LocalGovernmentId Office, MissionId Mission, IReadOnlyList<MissionId> OtherMissions, LocalizedText Title, LocalizedText? Counterparty, string? Country,
    MouKind Kind, string Stage, int Round, WaitedOn WaitedOn, DateTimeOffset Since, DateTimeOffset? NextDue, bool Overdue, bool CameBack, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static FoundMouAnswer Of(CaseRow row) => new(
        row.Id, row.Version, row.Office, row.Mission, row.OtherMissions ?? [], row.Title, row.Counterparty?.Name, row.Counterparty?.Country, row.Kind, KebabCase.Of(row.Stage), row.Round,
        row.WaitedOn, row.Since, row.NextDue, row.Overdue, row.CameBack, row.CreatedAt, row.ChangedAt);
}

public sealed record ViewListAnswer(IReadOnlyList<ViewAnswer> Items);

/// <param name="Query">What stands behind the question mark of GET /api/desk/mous.</param>
public sealed record ViewAnswer(string Id, string Name, string Query, bool Shared, DateTimeOffset SavedAt)
{
    public static ViewAnswer Of(SavedView view) => new(view.Id, view.Name, view.Query, view.IsShared, view.At);
}
