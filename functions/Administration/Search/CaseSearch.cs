using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Search;

/// <summary>Finds MOUs for the desk, and shows what was found: pages, JSON and files from one index.</summary>
public sealed class CaseSearch(CaseIndex index, SavedViews views, ReferenceTables reference, PageAnswers pages)
{
    /// <exception cref="Problems.ProblemException">400 for a cursor that no page gave out.</exception>
    public async Task<FoundCases> FindAsync(CaseQuery query, Paging paging, CancellationToken cancellation)
    {
        try
        {
            return (await index.ReadAsync(cancellation)).Find(query, paging.Cursor, paging.Limit);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }

    /// <param name="selection">Set where the query is one of the overview's lists.</param>
    public async Task<IActionResult> ShowAsync(HttpRequest request, CaseQuery query, CaseSelection? selection, DurableTaskClient engine, CancellationToken cancellation)
    {
        var paging = Paging.Of(request, Paging.RowsOfHeavyPage);
        return await ShowAsync(request, query, selection, await FindAsync(query, paging, cancellation), paging.Cursor is null, null, [], engine, cancellation);
    }

    /// <summary>The search again, with what was wrong with the name of a view.</summary>
    public async Task<IActionResult> ShowAgainAsync(
        HttpRequest request, CaseQuery query, string? typed, IReadOnlyList<FieldProblem> problems, DurableTaskClient engine, CancellationToken cancellation) =>
        await ShowAsync(request, query, null, await FindAsync(query, new(null, Paging.RowsOfHeavyPage), cancellation), true, typed, problems, engine, cancellation);

    private async Task<IActionResult> ShowAsync(
        HttpRequest request, CaseQuery query, CaseSelection? selection, FoundCases found, bool isFirst, string? typed, IReadOnlyList<FieldProblem> problems,
        DurableTaskClient engine, CancellationToken cancellation) => await pages.ShowAsync<DeskPage>(
        request,
        new()
        {
            [nameof(DeskPage.Query)] = query,
            [nameof(DeskPage.Selection)] = selection,
            [nameof(DeskPage.Rows)] = await DeskRows.OfAsync(found.Items, engine, cancellation),
            [nameof(DeskPage.Total)] = found.Total,
            [nameof(DeskPage.Next)] = found.Next,
            [nameof(DeskPage.IsFirstPage)] = isFirst,
            [nameof(DeskPage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(o => o.Id),
            [nameof(DeskPage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(m => m.Id),
            [nameof(DeskPage.Views)] = await views.OfAsync(request.Person(), cancellation),
            [nameof(DeskPage.CanShare)] = request.Caller().IsDesk,
            [nameof(DeskPage.TypedName)] = typed,
            [nameof(DeskPage.Problems)] = problems,
        },
        problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
