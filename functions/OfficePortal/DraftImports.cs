using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Import;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Drafts from a file: by the office's page, which shows first what would be made, and by the API.</summary>
public sealed class DraftImports(DraftImport import, ReferenceTables reference, PageAnswers pages)
{
    [Function("ShowDraftImport")]
    [Answers(Audience.OfficePeople)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/import")] HttpRequest request, CancellationToken cancellation) => ShowAsync(request, null, cancellation);

    [Function("CheckDraftImport")]
    [Answers(Audience.OfficePeople, TakesFile = true)]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/import")] HttpRequest request, CancellationToken cancellation) =>
        await request.ReadPageFileAsync("file", JsonBody.MaxBytes, cancellation) is { } file
            ? await ShowAsync(request, await import.RunAsync(request.Caller(), file, null, cancellation), cancellation, file)
            : await ShowAsync(request, null, cancellation, problem: new("file", FieldFault.Missing));

    [Function("TakeDraftImport")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/import/apply")] HttpRequest request, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = (await request.ReadPageFormAsync(cancellation))["content"].ToString();
        var content = new byte[sent.Length];
        return sent.Length > 0 && Convert.TryFromBase64String(sent, content, out var length)
            ? await ShowAsync(request, await import.RunAsync(request.Caller(), content[..length], engine, cancellation), cancellation, content[..length])
            : await ShowAsync(request, null, cancellation, problem: new("file", FieldFault.Missing));
    }

    [Function("ImportDrafts")]
    [Answers(Audience.Office)]
    [ApiOperation("Makes a draft of each line of a CSV file from its kind's template, of all lines or of none; each bad line is reported. The same line makes one draft, however often it is sent. With ?dryRun=true nothing is made.",
        RequestContentType = CsvFile.ContentType, Answer = typeof(DraftImportAnswer), Query = ["dryRun"], Problems = [ProblemKind.FileRefused, ProblemKind.QueryWrong, ProblemKind.Refused])]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/import/mous")] HttpRequest request, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        var isDry = IsDry(request);
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals(CsvFile.ContentType, StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        var file = await LimitedBody.ReadAsync(request, JsonBody.MaxBytes, cancellation);
        return await import.RunAsync(request.Caller(), file, isDry ? null : engine, cancellation) switch
        {
            DraftImportResult.Read read => new JsonAnswer(DraftImportAnswer.Of(read)),
            DraftImportResult.Refused refused => throw new ProblemException(new Problem(ProblemKind.FileRefused)
            {
                About = [refused.Problems.Count],
                Current = refused.Problems.Select(problem => BadLineAnswer.Of(problem, request.Reader().Language)).ToList(),
            }),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not answered."),
        };
    }

    private static bool IsDry(HttpRequest request) => request.Query["dryRun"].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["dryRun"], Fields = [new("dryRun", "Unknown")] }),
    };

    private async Task<IActionResult> ShowAsync(
        HttpRequest request, DraftImportResult? result, CancellationToken cancellation, byte[]? content = null, FieldProblem? problem = null) =>
        await pages.ShowAsync<DraftImportPage>(request, new()
        {
            [nameof(DraftImportPage.Office)] = await reference.ExpectLocalGovernmentAsync(request.Caller().Office!.Value, cancellation),
            [nameof(DraftImportPage.Missions)] = await reference.MissionsAsync(cancellation),
            [nameof(DraftImportPage.Problems)] = problem is null ? [] : new List<FieldProblem> { problem },
            [nameof(DraftImportPage.BadLines)] = (result as DraftImportResult.Refused)?.Problems ?? [],
            [nameof(DraftImportPage.Read)] = result as DraftImportResult.Read,
            [nameof(DraftImportPage.Content)] = content is null ? null : Convert.ToBase64String(content),
        }, result is DraftImportResult.Refused ? ProblemStatus.Of(ProblemKind.FileRefused) : problem is null ? 200 : StatusCodes.Status400BadRequest);
}

/// <param name="IsWritten">False: the file was only looked at.</param>
public sealed record DraftImportAnswer(bool IsWritten, IReadOnlyList<ImportedDraftAnswer> Drafts)
{
    internal static DraftImportAnswer Of(DraftImportResult.Read read) =>
        new(read.IsWritten, [.. read.Drafts.Select(draft => new ImportedDraftAnswer(draft.Line, draft.Id.Value, draft.IsNew))]);
}

/// <param name="Line">As an editor counts; 1 is the line of the columns' names.</param>
/// <param name="IsNew">False: the same line made it before.</param>
public sealed record ImportedDraftAnswer(int Line, string Id, bool IsNew);
