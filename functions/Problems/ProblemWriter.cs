using System.Globalization;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Faults;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>Answers a problem: as problem+json under /api, as a page elsewhere, with the same words.</summary>
public sealed class ProblemWriter(PageAnswers pages)
{
    public async Task<IActionResult> WriteAsync(HttpRequest request, Problem problem)
    {
        WriteHeaders(request.HttpContext.Response, problem);
        return request.IsApi()
            ? new JsonAnswer(ProblemAnswer.Of(problem, request.Reader().Language), problem.Status) { ContentType = ApiJson.ProblemContentType }
            : await PageAsync(request, problem);
    }

    private Task<IActionResult> PageAsync(HttpRequest request, Problem problem) => pages.ShowAsync<FaultPage>(request, new()
    {
        [nameof(FaultPage.Kind)] = FaultKinds.Of(problem.Kind),
        [nameof(FaultPage.Why)] = problem.Refusal,
        [nameof(FaultPage.Problems)] = FieldProblems(problem),
        [nameof(FaultPage.Detail)] = SaysMoreThanItsPage(problem.Kind) ? ProblemWords.Detail(problem, request.Reader().Language) : null,
        [nameof(FaultPage.NextPath)] = problem.NextPath,
        [nameof(FaultPage.Reference)] = problem.Kind == ProblemKind.Unexpected ? problem.About[0].ToString() : null,
    }, problem.Status);

    /// <summary>Names who can act instead, or what stands in the way; the page of its status knows nothing of that.</summary>
    private static bool SaysMoreThanItsPage(ProblemKind kind) => kind is ProblemKind.NotPrintable or ProblemKind.PartyNoLongerExists or ProblemKind.PartyNotYet
        or ProblemKind.PartyIsPartOfAnother or ProblemKind.PartyUnknown or ProblemKind.MissionNotThere or ProblemKind.TableChanged or ProblemKind.BodyTooLarge;

    private static List<FieldProblem> FieldProblems(Problem problem) =>
        [.. problem.Fields.Where(f => Enum.TryParse<FieldFault>(f.Code, out _)).Select(f => new FieldProblem(f.Field, Enum.Parse<FieldFault>(f.Code)))];

    private static void WriteHeaders(HttpResponse response, Problem problem)
    {
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        if (problem.Allow.Count > 0)
            response.Headers.Allow = string.Join(", ", problem.Allow);
        if (problem.Kind == ProblemKind.SignInNeeded)
            response.Headers.WWWAuthenticate = "Bearer";
    }
}
