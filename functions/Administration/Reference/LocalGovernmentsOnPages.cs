using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>Local governments at the desk's pages.</summary>
public sealed class LocalGovernmentsOnPages(ReferencePages pages, ReferenceDeeds deeds, ReferenceDesk desk)
{
    [Function("ShowLocalGovernments")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/local-governments")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowLocalGovernmentsAsync(request, cancellation);

    [Function("ShowLocalGovernment")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/local-governments/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.ShowLocalGovernmentAsync(request, id, cancellation);

    [Function("SaveLocalGovernment")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/local-governments/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var there = id == ReferencePages.New ? null : await desk.FindAsync(new LocalGovernmentId(id), cancellation) ?? throw new ProblemException(ProblemKind.NotFound);
        var form = ReferenceFields.LocalGovernment(sent, there?.Row);
        var result = there is null
            ? await deeds.AddAsync(request, form, sent["reason"], engine, cancellation)
            : await deeds.ReplaceAsync(request, id, form, ReferenceFields.Number(sent["version"]) ?? 0, sent["reason"], engine, cancellation);
        return result is RowResult<LocalGovernment>.Done done
            ? new SeeOther("/desk/reference/local-governments/" + Uri.EscapeDataString(done.Standing.Row.Id.Value))
            : await pages.ShowLocalGovernmentAsync(request, id, cancellation, form, sent["reason"], result);
    }
}
