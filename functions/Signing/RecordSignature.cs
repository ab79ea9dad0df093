using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

public sealed class RecordSignature(SigningDesk desk, LinkDeedPages pages, DeviceCookies devices)
{
    [Function(nameof(RecordSignature))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign/{token}/signature")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = SignatureFields.Read(sent);
        var signature = new SentSignature(fields.Name, fields.Office, fields.Intent, fields.Text, IntentWords.LanguageOf(fields.Language));
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var deed = await desk.SignAsync(token, signature, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, "/sign/" + token, deed, fields, engine, cancellation);
    }
}
