using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Messages;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadMessagesOfMou(OfficeCases cases, MessageStore store, AttachmentFiles files)
{
    [Function(nameof(ReadMessagesOfMou))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads what was written about an MOU from outside: answers to mails, and what holders of links told. None of it decides anything.", Answer = typeof(MessagesAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/messages")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return new JsonAnswer(MessagesAnswer.Of(mou, await store.OfCaseAsync(mou.Id, cancellation)));
    }

    [Function("ReadFileOfMessage")]
    [Answers(Audience.Office)]
    [ApiOperation("Downloads a file that came with a message, as it came: it was not searched for viruses.", File = "application/octet-stream", IsTagged = true)]
    public async Task<IActionResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/messages/{message}/{place:int}")] HttpRequest request,
        string id, string message, int place, CancellationToken cancellation) =>
        await files.AnswerAsync(await cases.FindAsync(request.Caller(), id, cancellation), message, place, cancellation);
}
