using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowText(OfficeCases cases, CasePages pages, DraftPages drafts)
{
    [Function(nameof(ShowText))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/text")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return Round(request, mou) is { } round
            ? await pages.ShowRoundAsync(request, mou, round, cancellation)
            : await drafts.ShowSavedAsync(request, mou, cancellation);
    }

    /// <summary>A round's text to read; null: the draft to write. What is not a draft any more is read.</summary>
    private static int? Round(HttpRequest request, Mou mou) =>
        request.Query["round"].ToString() is { Length: > 0 } said ? int.TryParse(said, out var number) ? number : 0
        : mou.Stage is Stage.Drafting || mou.Rounds.Count == 0 ? null : mou.Rounds.Count;
}
