using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Messages;

/// <summary>What was written about a case from outside, for its office and the association, and the files that came along.</summary>
public sealed class ReadMessages(OfficeCases cases, DeskCases all, CasePages office, DeskCasePages desk, MessageStore store)
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
        await FileAsync(await cases.FindAsync(request.Caller(), id, cancellation), message, place, cancellation);

    [Function("DownloadAttachmentAtDesk")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> FileAtDeskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/messages/{message}/{place:int}")] HttpRequest request,
        string id, string message, int place, CancellationToken cancellation) =>
        await FileAsync(await all.FindAsync(id, cancellation), message, place, cancellation);

    /// <summary>Under a name of ours and as no type that a browser would open: its content is somebody else's.</summary>
    private async Task<IActionResult> FileAsync(Mou mou, string id, int place, CancellationToken cancellation)
    {
        var message = await store.FindAsync(mou.Id, id, cancellation);
        if (message?.Attachments.ElementAtOrDefault(place) is not { Hash: { } hash } file || await store.FindAttachmentAsync(mou.Id, hash, cancellation) is not { } content)
            throw new ProblemException(ProblemKind.NotFound);
        var ending = Path.GetExtension(file.Name).ToLowerInvariant();
        return new FileAnswer(content, "application/octet-stream", $"{mou.Id}-{id[..8]}-{place + 1}{ending}");
    }
}
