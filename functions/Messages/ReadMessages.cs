using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Messages;

/// <summary>What was written about a case from outside, for its office and the association, and the files that came along.</summary>
public sealed class ReadMessages(OfficeCases cases, DeskCases all, CasePages office, DeskCasePages desk, AttachmentFiles files)
{
    [Function("ShowMessages")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> OfOfficeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/messages")] HttpRequest request, string id, CancellationToken cancellation) =>
        await office.ShowMessagesAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), cancellation);

    [Function("ShowMessagesAtDesk")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> AtDeskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/messages")] HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.ShowMessagesAsync(request, await all.FindAsync(id, cancellation), cancellation);

    [Function("DownloadAttachment")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> FileOfOfficeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/messages/{message}/{place:int}")] HttpRequest request,
        string id, string message, int place, CancellationToken cancellation) =>
        await files.AnswerAsync(await cases.FindAsync(request.Caller(), id, cancellation), message, place, cancellation);

    [Function("DownloadAttachmentAtDesk")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> FileAtDeskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/messages/{message}/{place:int}")] HttpRequest request,
        string id, string message, int place, CancellationToken cancellation) =>
        await files.AnswerAsync(await all.FindAsync(id, cancellation), message, place, cancellation);
}
