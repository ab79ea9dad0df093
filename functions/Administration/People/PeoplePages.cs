using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.People;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>The pages about people and keys, with what came of a form where there was one.</summary>
public sealed class PeoplePages(PageAnswers pages, PeopleBook book, SignInLog log, ApiKeys keys, ReferenceTables reference, TimeProvider time)
{
    private const int NewestChanges = 10;
    private const int EntriesOfPerson = 20;

    /// <param name="refused">Why a deed was not done that was asked for where many people stand.</param>
    public async Task<IActionResult> ShowAsync(HttpRequest request, string? query, CancellationToken cancellation, Problem? refused = null)
    {
        var (all, offices) = (await book.AllAsync(cancellation), await OfficesAsync(cancellation));
        var there = all.Where(one => one.State != PersonState.Ended).OrderBy(one => one.Person.Name, StringComparer.Ordinal).ToList();
        return await pages.ShowAsync<PeoplePage>(request, new()
        {
            [nameof(PeoplePage.Association)] = there.Where(one => one.Person.Office is null).OrderBy(one => one.Person.Role).ToList(),
            [nameof(PeoplePage.Members)] = there.Where(one => one.IsActive).Select(one => one.Person.Office).OfType<LocalGovernmentId>().CountBy(office => office).Select(one => (one.Key, one.Value)).ToList(),
            [nameof(PeoplePage.Waiting)] = there.Where(one => one.Waiting is not null).ToList(),
            [nameof(PeoplePage.Former)] = all.Where(one => one.State == PersonState.Ended).OrderByDescending(one => one.EndedAt).ToList(),
            [nameof(PeoplePage.Changes)] = await book.ChangesAsync(null, NewestChanges, cancel: cancellation),
            [nameof(PeoplePage.Query)] = query,
            [nameof(PeoplePage.Found)] = query is null ? [] : PeopleSearch.Find(there, query, offices),
            [nameof(PeoplePage.Refused)] = Words(request, refused),
            [nameof(PeoplePage.Offices)] = offices,
        }, refused?.Status ?? StatusCodes.Status200OK);
    }

    /// <param name="typed">The form as it was sent; null: as one begins.</param>
    public async Task<IActionResult> ShowNewAsync(
        HttpRequest request, CancellationToken cancellation, PersonForm? typed = null, string? reason = null, IReadOnlyList<FieldProblem>? problems = null)
    {
        var begun = new PersonForm(null, null, null, request.Query["memberOf"].ToString() is { Length: > 0 } office ? office : null, null, Language.Korean.Code);
        return await pages.ShowAsync<NewPersonPage>(request, new()
        {
            [nameof(NewPersonPage.Form)] = typed ?? begun,
            [nameof(NewPersonPage.Reason)] = reason,
            [nameof(NewPersonPage.Problems)] = problems ?? [],
            [nameof(NewPersonPage.Offices)] = await OfficesAsync(cancellation),
        }, problems is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <param name="typed">A change as it was sent; null: none was, or an end was asked for.</param>
    public async Task<IActionResult> ShowPersonAsync(
        HttpRequest request, string id, CancellationToken cancellation, PeopleResult? result = null, PersonForm? typed = null, string? reason = null)
    {
        var there = await book.FindAsync(id, cancellation) ?? throw new ProblemException(ProblemKind.NotFound);
        var refused = (result as PeopleResult.Refused)?.Why is { } why ? new Problem(PeopleDeeds.KindOf(why)) : null;
        var problems = (result as PeopleResult.Unreadable)?.Problems ?? [];
        var cursor = HttpMethods.IsPost(request.Method) ? null : Paging.Of(request).SignInKey();
        var (signIns, next) = await log.OfPersonAsync(id, EntriesOfPerson, cursor, cancellation);
        return await pages.ShowAsync<PersonPage>(request, new()
        {
            [nameof(PersonPage.There)] = there,
            [nameof(PersonPage.Form)] = typed,
            [nameof(PersonPage.Reason)] = reason,
            // Both forms of the page have a reason: the end's is called otherwise.
            [nameof(PersonPage.Problems)] = typed is null ? [.. problems.Select(problem => problem with { Field = "endReason" })] : problems,
            [nameof(PersonPage.Refused)] = Words(request, refused),
            [nameof(PersonPage.IsStale)] = result is PeopleResult.Stale,
            [nameof(PersonPage.Changes)] = await book.ChangesAsync(id, int.MaxValue, cancel: cancellation),
            [nameof(PersonPage.SignIns)] = signIns,
            [nameof(PersonPage.Next)] = next,
            [nameof(PersonPage.IsFirstPage)] = cursor is null,
            [nameof(PersonPage.Offices)] = await OfficesAsync(cancellation),
        }, result switch
        {
            PeopleResult.Unreadable => StatusCodes.Status400BadRequest,
            PeopleResult.Stale => StatusCodes.Status412PreconditionFailed,
            PeopleResult.Refused => refused!.Status,
            _ => StatusCodes.Status200OK,
        });
    }

    public async Task<IActionResult> ShowOfficeAsync(
        HttpRequest request, string office, CancellationToken cancellation, string? endingKey = null, IReadOnlyList<FieldProblem>? problems = null)
    {
        var offices = await OfficesAsync(cancellation);
        var found = offices.GetValueOrDefault(new LocalGovernmentId(office)) ?? throw new ProblemException(ProblemKind.NotFound);
        return await pages.ShowAsync<OfficePeoplePage>(request, new()
        {
            [nameof(OfficePeoplePage.Office)] = found,
            [nameof(OfficePeoplePage.Members)] = (await book.AllAsync(cancellation)).Where(one => one.IsActive && one.Person.Office == found.Id).OrderBy(one => one.Person.Name, StringComparer.Ordinal).ToList(),
            [nameof(OfficePeoplePage.Keys)] = (await keys.ListAsync(found.Id, cancellation)).Reverse().ToList(),
            [nameof(OfficePeoplePage.EndingKey)] = endingKey,
            [nameof(OfficePeoplePage.Problems)] = problems ?? [],
            [nameof(OfficePeoplePage.Offices)] = offices,
        }, problems is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    public async Task<IActionResult> ShowChangesAsync(HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var changes = await book.ChangesAsync(null, paging.Limit, paging.Number(), cancellation);
        return await pages.ShowAsync<ChangesPage>(request, new()
        {
            [nameof(ChangesPage.Changes)] = changes,
            [nameof(ChangesPage.Next)] = PeopleReading.NextOf(changes, paging),
            [nameof(ChangesPage.IsFirstPage)] = paging.Cursor is null,
            [nameof(ChangesPage.Offices)] = await OfficesAsync(cancellation),
        });
    }

    public async Task<IActionResult> ShowSignInsAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (day, paging) = (request.SignInDay() ?? SeoulTime.DayOf(time.GetUtcNow()), Paging.Of(request));
        var (entries, next) = await log.OfDayAsync(day, paging.Limit, paging.SignInKey(), cancellation);
        return await pages.ShowAsync<SignInsPage>(request, new()
        {
            [nameof(SignInsPage.Day)] = day,
            [nameof(SignInsPage.Entries)] = entries,
            [nameof(SignInsPage.Unknown)] = await log.UnknownAsync(day, cancellation),
            [nameof(SignInsPage.People)] = (await book.AllAsync(cancellation)).ToDictionary(one => one.Person.Id),
            [nameof(SignInsPage.Next)] = next,
            [nameof(SignInsPage.IsFirstPage)] = paging.Cursor is null,
            [nameof(SignInsPage.Offices)] = await OfficesAsync(cancellation),
        });
    }

    private async Task<Dictionary<LocalGovernmentId, LocalGovernment>> OfficesAsync(CancellationToken cancellation) =>
        (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id);

    private static string? Words(HttpRequest request, Problem? refused) => refused is null ? null : ProblemWords.Detail(refused, request.Reader().Language);
}
