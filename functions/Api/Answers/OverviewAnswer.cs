using LocalDiplomacy.Functions.Administration;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Where all MOUs stand. It is behind by the moments that an orchestration takes.</summary>
/// <param name="Lists">One for each list, in its place also where it is empty.</param>
/// <param name="Stuck">MOUs of which something has not been carried out for a quarter of an hour, by id; no more than a hundred.</param>
/// <param name="StuckCount">How many, with those that are not named.</param>
/// <param name="StuckIsComplete">False: there are more, and counting stopped at a bound.</param>
/// <param name="StuckSeenAt">When that was looked at, some seconds ago.</param>
/// <param name="Failed">Orchestrations that were seen to have failed, by id; no more than a hundred.</param>
/// <param name="FailedCount">How many, with those that are not named.</param>
/// <param name="Embassies">Those that are waited on, whoever has been longest first.</param>
/// <param name="Offices">Local governments whose office, head or council is waited on, whoever has been longest first.</param>
/// <param name="ChangedInTheLastHour">How many MOUs changed.</param>
/// <param name="OpenAlerts">What GET /api/desk/alerts lists.</param>
public sealed record OverviewAnswer(
    int Total, IReadOnlyList<ListCountAnswer> Lists, IReadOnlyList<string> Stuck, int StuckCount, bool StuckIsComplete, DateTimeOffset StuckSeenAt, IReadOnlyList<string> Failed, int FailedCount,
    IReadOnlyList<WaitedOnAnswer> Embassies, IReadOnlyList<WaitedOnAnswer> Offices, int ChangedInTheLastHour, int OpenAlerts)
{
    public static OverviewAnswer Of(OverviewRead read) => new(
        read.Cases.Total, [.. CaseSelection.All.Select(selection => ListCountAnswer.Of(selection, read.Cases))], [.. read.Work.Longest.Select(one => one.Id.Value)], read.Work.Overdue, read.Work.IsComplete, read.Work.At, read.Failed.Ids, read.Failed.Count,
        [.. read.Cases.Embassies.Select(one => new WaitedOnAnswer(one.Party.Value, one.Count, one.Overdue, one.Since))],
        [.. read.Cases.Offices.Select(one => new WaitedOnAnswer(one.Party.Value, one.Count, one.Overdue, one.Since))], read.ChangedLately, read.Alerts);
}

/// <param name="Id">Of a mission, or of a local government.</param>
/// <param name="Since">When the MOU that waits longest began to.</param>
public sealed record WaitedOnAnswer(string Id, int Count, int Overdue, DateTimeOffset Since);

/// <param name="List">The last part of the address /api/desk/lists/….</param>
/// <param name="Longest">Of a list by whom it is waited on: the MOU that waits longest.</param>
/// <param name="LongestSince">Since when.</param>
public sealed record ListCountAnswer(string List, int Count, MouId? Longest, DateTimeOffset? LongestSince)
{
    public static ListCountAnswer Of(CaseSelection selection, Overview read)
    {
        var longest = selection.WaitedOn is { } whom ? read.Longest.GetValueOrDefault(whom) : null;
        return new(selection.Name, CountOf(selection, read), longest?.Id, longest?.Since);
    }

    private static int CountOf(CaseSelection selection, Overview read) => selection switch
    {
        { Stage: { } stage } => read.In(stage),
        { WaitedOn: { } whom } => read.WaitingOn(whom),
        _ => selection == CaseSelection.Overdue ? read.Overdue : read.CameBack,
    };
}
