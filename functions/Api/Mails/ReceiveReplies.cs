using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.Mail.Reports;
using LocalDiplomacy.Workflows.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Api.Mails;

/// <summary>
/// SendGrid's inbound parse. Nobody signs in here: the signature of the security policy is who it is, over the bytes as they came.
/// Whatever is no answer of ours is taken and dropped: it must not be sent again for three days.
/// </summary>
public sealed class ReceiveReplies(TakeReplies replies, IOptions<WorkflowsOptions> options, TimeProvider time)
{
    /// <summary>What SendGrid takes, and the fields around it.</summary>
    private const int MaxBytes = 31 * 1024 * 1024;

    [Function(nameof(ReceiveReplies))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Takes the mail service's signed posts of mails that answer ours; they are filed with their case and decide nothing.",
        Status = StatusCodes.Status204NoContent,
        Problems = [ProblemKind.BodyUnreadable, ProblemKind.BodyTooLarge, ProblemKind.ContentTypeWrong, ProblemKind.NotForYou, ProblemKind.NoSuchAddress])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-replies")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        if (options.Value.SendGridInboundKey is not { } key) throw new ProblemException(ProblemKind.NoSuchAddress);
        var body = await LimitedBody.ReadAsync(request, MaxBytes, cancellation);
        if (!MailReportSignature.IsGood(key, request.Headers[MailReportSignature.SignatureHeader], request.Headers[MailReportSignature.TimestampHeader], body, time.GetUtcNow()))
            throw new ProblemException(ProblemKind.NotForYou);
        await replies.RunAsync(await InboundForm.ReadAsync(request.ContentType, body, cancellation), engine, cancellation);
        return new NoContentResult();
    }
}
