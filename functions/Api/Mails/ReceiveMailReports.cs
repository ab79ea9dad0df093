using System.Text.Json;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.Mail.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Api.Mails;

/// <summary>SendGrid's event webhook. Nobody signs in here: the signature is who it is.</summary>
public sealed class ReceiveMailReports(TakeMailReports reports, IOptions<WorkflowsOptions> options, TimeProvider time)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    [Function(nameof(ReceiveMailReports))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Takes the mail service's signed reports of what became of mails; one that comes twice changes nothing.",
        Status = StatusCodes.Status204NoContent, Problems = [ProblemKind.BodyUnreadable, ProblemKind.BodyTooLarge, ProblemKind.NotForYou, ProblemKind.NoSuchAddress])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-reports")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        if (options.Value.SendGridEventKey is not { } key) throw new ProblemException(ProblemKind.NoSuchAddress);
        var body = await LimitedBody.ReadAsync(request, MaxBytes, cancellation);
        if (!MailReportSignature.IsGood(key, request.Headers[MailReportSignature.SignatureHeader], request.Headers[MailReportSignature.TimestampHeader], body, time.GetUtcNow()))
            throw new ProblemException(ProblemKind.NotForYou);
        await reports.RunAsync(Read(body), engine, cancellation);
        return new NoContentResult();
    }

    private static IReadOnlyList<MailReport> Read(byte[] body)
    {
        try
        {
            return MailReportReader.Read(body);
        }
        catch (JsonException e)
        {
            throw new ProblemException(new Problem(ProblemKind.BodyUnreadable) { About = [(e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1] });
        }
    }
}
