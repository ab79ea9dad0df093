using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class SubmitOnPage(OfficeCases cases, OfficeDeeds deeds, UnsavedDrafts unsaved, CasePages pages)
{
    [Function(nameof(SubmitOnPage))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/submit")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var mou = await cases.FindAsync(caller, id, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var form = new SubmissionForm(
            sent["text"], sent.ContainsKey("central.name") ? new(sent["central.name"], sent["central.address"]) : null, sent["warningsBecause"].ToString() is { Length: > 0 } because ? because : null);
        // Somebody read "kept" and takes it for the text. The page says what is not saved; nothing older goes out meanwhile.
        if (mou.Stage is Stage.Drafting && await unsaved.FindAsync(UnsavedPlace.Of(mou.Id), cancellation) is not null)
            return await pages.ShowCaseAsync(request, mou, cancellation, StatusCodes.Status409Conflict, sent: form);
        var deed = await deeds.SubmitAsync(caller, id, form, request.CommandKey(caller.Principal), engine, cancellation);
        return deed switch
        {
            OfficeDeed.Unreadable wrong => await pages.ShowCaseAsync(request, mou, cancellation, StatusCodes.Status400BadRequest, null, wrong.Problems, null, form),
            OfficeDeed.Refused refused => await pages.ShowCaseAsync(request, refused.Mou, cancellation, StatusCodes.Status409Conflict, refused.Why, null, null, form),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }
}
