using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>A case inside out: its timeline, and its rows as they are stored.</summary>
public sealed class ShowTimeline(DeskCases cases, DeskCasePages pages, TimelineReading timelines, CaseRecords records)
{
    [Function("ShowDeskTimeline")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/timeline")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        return await pages.ShowTimelineAsync(request, mou, await timelines.OfAsync(mou, engine, cancellation, all: IsAll(request)), false, [], cancellation);
    }

    /// <summary>What its orchestration was given and gave back, unmasked: shown with the answer and nowhere else.</summary>
    [Function("OpenDeskTimeline")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> OpenTimelineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/mous/{id}/timeline")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var (by, reason, problems) = await ReasonAsync(request, cancellation);
        if (problems.Count == 0) await records.NoteOpeningAsync(mou.Id, by, reason, cancellation);
        var isOpen = problems.Count == 0;
        return await pages.ShowTimelineAsync(request, mou, await timelines.OfAsync(mou, engine, cancellation, isOpen, IsAll(request)), isOpen, problems, cancellation);
    }

    [Function("ReadDeskTimeline")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads everything that happened to any office's MOU and in its orchestration, its effects and its mails, on one timeline, oldest first; with all=true also all of a long history.", Answer = typeof(TimelineAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous/{id}/timeline")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation) =>
        new JsonAnswer(TimelineAnswer.Of(await timelines.OfAsync(await cases.FindAsync(id, cancellation), engine, cancellation, all: IsAll(request))));

    [Function("ShowDeskRows")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RowsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/rows")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        return await pages.ShowRowsAsync(request, mou, await records.ReadAsync(mou.Id, cancellation), false, [], cancellation);
    }

    /// <summary>Shown with the answer and nowhere else: whoever wants to see them again says why again.</summary>
    [Function("OpenDeskRows")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/mous/{id}/rows")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var (by, reason, problems) = await ReasonAsync(request, cancellation);
        return problems.Count > 0
            ? await pages.ShowRowsAsync(request, mou, await records.ReadAsync(mou.Id, cancellation), false, problems, cancellation)
            : await pages.ShowRowsAsync(request, mou, await records.OpenAsync(mou.Id, by, reason, cancellation), true, [], cancellation);
    }

    private static bool IsAll(HttpRequest request) => request.Query["all"] == "true";

    /// <exception cref="ProblemException">403: auditors see what is masked.</exception>
    private static async Task<(Actor.AssociationMember By, string Reason, IReadOnlyList<FieldProblem> Problems)> ReasonAsync(HttpRequest request, CancellationToken cancellation)
    {
        var by = request.Caller().ActingForAssociation();
        if (by.Role == Role.Auditor) throw new ProblemException(ProblemKind.NotForYou);
        var reason = (await request.ReadPageFormAsync(cancellation))["reason"].ToString().Trim();
        IReadOnlyList<FieldProblem> problems = reason.Length == 0 ? [new("reason", FieldFault.Missing)] : reason.Length > 1000 ? [new("reason", FieldFault.TooLong)] : [];
        return (by, reason, problems);
    }
}
