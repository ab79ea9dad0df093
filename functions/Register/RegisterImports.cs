using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Register;

/// <summary>Agreements that were concluded before come in a file: by the desk's page, and by the API.</summary>
public sealed class RegisterImports(RegisterImport import, PageAnswers pages, RegisterBook book)
{
    private const int LongestReason = 1000;

    [Function("ShowRegisterImport")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/register/import")] HttpRequest request) => ShowAsync(request, null);

    [Function("CheckRegisterImport")]
    [Answers(Audience.Desk, TakesFile = true)]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/register/import")] HttpRequest request, CancellationToken cancellation) =>
        await request.ReadPageFileAsync("file", JsonBody.MaxBytes, cancellation) is { } file
            ? await ShowAsync(request, await import.RunAsync(file, write: false, null, request.Author(), cancellation), file)
            : await ShowAsync(request, null, problem: new("file", FieldFault.Missing));

    [Function("TakeRegisterImport")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/register/import/apply")] HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var content = new byte[sent["content"].ToString().Length];
        if (content.Length == 0 || !Convert.TryFromBase64String(sent["content"].ToString(), content, out var length))
            return await ShowAsync(request, null, problem: new("file", FieldFault.Missing));
        var (file, reason) = (content[..length], sent["reason"].ToString());
        return Plain.FaultIfThere(reason, LongestReason) is { } fault
            ? await ShowAsync(request, await import.RunAsync(file, write: false, null, request.Author(), cancellation), file, new("reason", fault))
            : await ShowAsync(request, await import.RunAsync(file, write: true, Said(reason), request.Author(), cancellation), file);
    }

    [Function("ImportRegister")]
    [Answers(Audience.Desk)]
    [ApiOperation("Takes agreements that were concluded before from a CSV file, all lines or none; each bad line is reported. With ?dryRun=true nothing is written.",
        RequestContentType = CsvFile.ContentType, Answer = typeof(RegisterImportAnswer), Query = ["dryRun"], Problems = [ProblemKind.FileRefused, ProblemKind.QueryWrong])]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/register/import")] HttpRequest request, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        var isDry = IsDry(request);
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals(CsvFile.ContentType, StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        var file = await LimitedBody.ReadAsync(request, JsonBody.MaxBytes, cancellation);
        return await import.RunAsync(file, write: !isDry, null, request.Author(), cancellation) switch
        {
            RegisterImportResult.Read read => new JsonAnswer(RegisterImportAnswer.Of(read)),
            RegisterImportResult.Refused refused => throw new ProblemException(new Problem(ProblemKind.FileRefused)
            {
                About = [refused.Problems.Count],
                Current = refused.Problems.Select(problem => BadLineAnswer.Of(problem, request.Reader().Language)).ToList(),
            }),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not answered."),
        };
    }

    [Function("ShowPastImports")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> ShowPastAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/register/imports")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<PastImportsPage>(request, new() { [nameof(PastImportsPage.Imports)] = (await book.LoadAsync(cancellation)).Imports });

    [Function("ListPastImports")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists the files of ties that were taken into the register, newest first: who, when, why, how many, and the SHA-256 of each file.", Answer = typeof(PastImportsAnswer))]
    public async Task<IActionResult> ListPastAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/register/imports")] HttpRequest request, CancellationToken cancellation) =>
        new JsonAnswer(PastImportsAnswer.Of((await book.LoadAsync(cancellation)).Imports));

    private static bool IsDry(HttpRequest request) => request.Query["dryRun"].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["dryRun"], Fields = [new("dryRun", "Unknown")] }),
    };

    private static string? Said(string reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    private async Task<IActionResult> ShowAsync(HttpRequest request, RegisterImportResult? result, byte[]? content = null, FieldProblem? problem = null) =>
        await pages.ShowAsync<RegisterImportPage>(request, new()
        {
            [nameof(RegisterImportPage.Problems)] = problem is null ? [] : new List<FieldProblem> { problem },
            [nameof(RegisterImportPage.BadLines)] = (result as RegisterImportResult.Refused)?.Problems ?? [],
            [nameof(RegisterImportPage.Read)] = result as RegisterImportResult.Read,
            [nameof(RegisterImportPage.Content)] = content is null ? null : Convert.ToBase64String(content),
        }, result is RegisterImportResult.Refused ? ProblemStatus.Of(ProblemKind.FileRefused) : problem is null ? 200 : StatusCodes.Status400BadRequest);
}
