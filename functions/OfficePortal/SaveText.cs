using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class SaveText(OfficeCases cases, OfficeDeeds deeds, DraftPages drafts, CasePages pages)
{
    [Function(nameof(SaveText))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/text")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var (form, version) = (DraftFields.Read(sent), Version(sent));
        if (sent["action"].ToString() is "save" or "") return await SaveAsync(request, mou, form, version, engine, cancellation);
        var (edited, problems) = await drafts.EditedAsync(request, form, sent["action"].ToString(), cancellation);
        return await drafts.ShowAsync(request, mou, edited, version, cancellation, problems);
    }

    private async Task<IActionResult> SaveAsync(
        HttpRequest request, Mou mou, DraftForm form, int version, DurableTaskClient engine, CancellationToken cancellation)
    {
        var caller = request.Caller();
        return await deeds.ReplaceAsync(caller, mou.Id.Value, form, version, request.CommandKey(caller.Principal), engine, cancellation) switch
        {
            OfficeDeed.Unreadable wrong => await drafts.ShowAsync(request, mou, form, version, cancellation, wrong.Problems),
            OfficeDeed.Stale stale => await drafts.ShowConflictAsync(request, stale.Mou, form, version, cancellation),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }

    /// <summary>The page's If-Match.</summary>
    private static int Version(IFormCollection sent) =>
        int.TryParse(sent["version"], out var version) ? version : throw new ProblemException(ProblemKind.IfMatchMissing);
}
