using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Reference;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>The pages on which reference data is edited.</summary>
public sealed class ReferencePages(PageAnswers pages, ReferenceDesk desk)
{
    /// <summary>In an address: a row that is not there yet. No id has this form.</summary>
    public const string New = "new";

    private const int NewestChanges = 5;

    public async Task<IActionResult> ShowLocalGovernmentsAsync(HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<LocalGovernmentsPage>(request, new()
        {
            [nameof(LocalGovernmentsPage.Rows)] = await desk.LocalGovernmentsAsync(cancellation),
            [nameof(LocalGovernmentsPage.Changes)] = await NewestAsync(ReferenceKind.LocalGovernments, cancellation),
        });

    public async Task<IActionResult> ShowMissionsAsync(HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<MissionsPage>(request, new()
        {
            [nameof(MissionsPage.Rows)] = await desk.MissionsAsync(cancellation),
            [nameof(MissionsPage.Changes)] = await NewestAsync(ReferenceKind.Missions, cancellation),
        });

    /// <param name="typed">The form as it was sent; null: as it stands in the table.</param>
    /// <exception cref="ProblemException">404.</exception>
    public async Task<IActionResult> ShowLocalGovernmentAsync(
        HttpRequest request, string id, CancellationToken cancellation, LocalGovernmentForm? typed = null, string? reason = null, RowResult<LocalGovernment>? result = null)
    {
        var there = id == New ? null : await desk.FindAsync(new LocalGovernmentId(id), cancellation) ?? throw new ProblemException(ProblemKind.NotFound);
        return await pages.ShowAsync<LocalGovernmentPage>(request, new()
        {
            [nameof(LocalGovernmentPage.There)] = there,
            [nameof(LocalGovernmentPage.Form)] = typed ?? (there is null ? new(null, 2, null, null, null, null, null, null) : LocalGovernmentForm.Of(there.Row)),
            [nameof(LocalGovernmentPage.Provinces)] = (await desk.LocalGovernmentsAsync(cancellation)).Select(row => row.Row).Where(row => row.Level == 1).ToList(),
            [nameof(LocalGovernmentPage.Reason)] = reason,
            [nameof(LocalGovernmentPage.Problems)] = (result as RowResult<LocalGovernment>.Unreadable)?.Problems.Select(ByInput).Distinct().ToList() ?? [],
            [nameof(LocalGovernmentPage.IsStale)] = result is RowResult<LocalGovernment>.Stale,
            [nameof(LocalGovernmentPage.IsTaken)] = result is RowResult<LocalGovernment>.AlreadyThere,
            [nameof(LocalGovernmentPage.Changes)] = there is null ? [] : await desk.HistoryAsync(ReferenceKind.LocalGovernments, id, cancellation),
        }, StatusOf(result));
    }

    /// <inheritdoc cref="ShowLocalGovernmentAsync"/>
    public async Task<IActionResult> ShowMissionAsync(
        HttpRequest request, string id, CancellationToken cancellation, MissionForm? typed = null, string? reason = null, RowResult<Mission>? result = null)
    {
        var parameters = await MissionAsync(id, typed, cancellation);
        parameters[nameof(MissionPage.Reason)] = reason;
        // The page has two reasons: one for a change, one for an address.
        parameters[nameof(MissionPage.Problems)] = (result as RowResult<Mission>.Unreadable)?.Problems.Select(ByInput)
            .Select(problem => problem.Field == "reason" ? problem with { Field = "changeReason" } : problem).Distinct().ToList() ?? [];
        parameters[nameof(MissionPage.IsStale)] = result is RowResult<Mission>.Stale;
        parameters[nameof(MissionPage.IsTaken)] = result is RowResult<Mission>.AlreadyThere;
        return await pages.ShowAsync<MissionPage>(request, parameters, StatusOf(result));
    }

    /// <summary>After a deed about the address that was not done.</summary>
    public async Task<IActionResult> ShowMissionAsync(
        HttpRequest request, string id, ContactResult result, CancellationToken cancellation, string? address = null, string? howKnown = null)
    {
        var refused = result is ContactResult.Refused { Why: var why } ? new Problem(ReferenceDeeds.KindOf(why)) : null;
        var parameters = await MissionAsync(id, null, cancellation);
        parameters[nameof(MissionPage.Address)] = address;
        parameters[nameof(MissionPage.HowKnown)] = howKnown;
        parameters[nameof(MissionPage.Problems)] = (result as ContactResult.Unreadable)?.Problems ?? [];
        parameters[nameof(MissionPage.Refused)] = refused is null ? null : ProblemWords.Detail(refused, request.Reader().Language);
        return await pages.ShowAsync<MissionPage>(request, parameters, refused?.Status ?? StatusCodes.Status400BadRequest);
    }

    public async Task<IActionResult> ShowFileAsync(HttpRequest request, string table, ImportResult? result = null, byte[]? content = null, FieldProblem? problem = null) =>
        await pages.ShowAsync<ReferenceFilePage>(request, new()
        {
            [nameof(ReferenceFilePage.Table)] = table,
            [nameof(ReferenceFilePage.Problems)] = problem is null ? [] : new List<FieldProblem> { problem },
            [nameof(ReferenceFilePage.BadLines)] = (result as ImportResult.Refused)?.Problems ?? [],
            [nameof(ReferenceFilePage.Read)] = result as ImportResult.Read,
            [nameof(ReferenceFilePage.Content)] = content is null ? null : Convert.ToBase64String(content),
        }, result is ImportResult.Refused ? ProblemStatus.Of(ProblemKind.FileRefused) : problem is null ? 200 : StatusCodes.Status400BadRequest);

    private async Task<Dictionary<string, object?>> MissionAsync(string id, MissionForm? typed, CancellationToken cancellation)
    {
        var there = id == New ? null : await desk.FindAsync(new MissionId(id), cancellation) ?? throw new ProblemException(ProblemKind.NotFound);
        return new()
        {
            [nameof(MissionPage.There)] = there,
            [nameof(MissionPage.Form)] = typed ?? (there is null ? new(null, null, null, null, null, null, null, null, null) : MissionForm.Of(there.Row)),
            [nameof(MissionPage.Changes)] = there is null ? [] : await desk.HistoryAsync(ReferenceKind.Missions, id, cancellation),
        };
    }

    private async Task<IReadOnlyList<TableChange>> NewestAsync(ReferenceKind kind, CancellationToken cancellation) =>
        [.. (await desk.HistoryAsync(kind, null, cancellation)).Take(NewestChanges)];

    private static int StatusOf<TRow>(RowResult<TRow>? result) => result switch
    {
        RowResult<TRow>.Unreadable => StatusCodes.Status400BadRequest,
        RowResult<TRow>.Stale => StatusCodes.Status412PreconditionFailed,
        RowResult<TRow>.AlreadyThere => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };

    /// <summary>Several values stand in one input: "successors[1]" is mended in "successors".</summary>
    private static FieldProblem ByInput(FieldProblem problem) => problem with { Field = problem.Field.Split('[')[0] };
}
