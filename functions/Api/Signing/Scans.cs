using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Signing.Scans;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Signing;

/// <summary>Scans of what was signed on paper, for an office's programs. The case's answer lists them.</summary>
public sealed class Scans(OfficeCases cases, ScanDesk desk, MouAnswers answers)
{
    private const string AnyForm = "application/pdf, image/png, image/jpeg, image/tiff";

    [Function("KeepScan")]
    [Answers(Audience.Office)]
    [ApiOperation("Keeps a scan of an original that was signed on paper: of local-government or of counterparty. PDF, PNG, JPEG or TIFF of up to 20 MB, without encryption, scripts or files within.",
        RequestContentType = AnyForm, Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused, ProblemKind.FileTooLarge, ProblemKind.ScanTypeWrong])]
    public async Task<IActionResult> KeepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/originals/{side}/scans")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, string side, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var of = KebabCase.Read<Side>(side) ?? throw new ProblemException(ProblemKind.NoSuchAddress);
        var declared = request.GetTypedHeaders().ContentType?.MediaType.Value;
        if (!AnyForm.Split(", ").Contains(declared, StringComparer.OrdinalIgnoreCase)) throw new ProblemException(ProblemKind.ScanTypeWrong);
        var file = new SentFile(await ReadAsync(request, cancellation), null, declared);
        return await answers.AnswerAsync(await desk.KeepAsync(request, mou, of, file, engine, cancellation), cancellation);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await LimitedBody.ReadAsync(request, ScanReading.MaxBytes, cancellation);
        }
        catch (ProblemException problem) when (problem.Problem.Kind == ProblemKind.BodyTooLarge)
        {
            throw new ProblemException(ProblemKind.FileTooLarge);
        }
    }

    [Function("ReadScan")]
    [Answers(Audience.Office)]
    [ApiOperation("Reads a scan by its SHA-256, as it was kept.", File = AnyForm, IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/scans/{scan}")] HttpRequest request,
        string id, string scan, CancellationToken cancellation) =>
        await desk.GiveAsync(await cases.FindAsync(request.Caller(), id, cancellation), scan, cancellation);
}
