using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What came of a button on an MOU's page: the page again, by another address when it was done.</summary>
public static class DeedPages
{
    /// <summary>Done: to the MOU's page. Otherwise that page, with why not.</summary>
    public static async Task<IActionResult> AnswerAsync(this CasePages pages, HttpRequest request, OfficeDeed deed, CancellationToken cancellation, Mou? mou = null) =>
        deed switch
        {
            OfficeDeed.Done done => new SeeOther(Addresses.Of(done)),
            OfficeDeed.Refused refused => await pages.ShowCaseAsync(request, refused.Mou, cancellation, StatusCodes.Status409Conflict, refused.Why),
            OfficeDeed.Stale stale => await pages.ShowCaseAsync(request, stale.Mou, cancellation, StatusCodes.Status412PreconditionFailed, Refusal.TextChanged),
            OfficeDeed.Screened screened => await pages.ShowCaseAsync(request, screened.Mou, cancellation, StatusCodes.Status422UnprocessableEntity),
            OfficeDeed.Unreadable wrong when mou is not null =>
                await pages.ShowCaseAsync(request, mou, cancellation, StatusCodes.Status400BadRequest, null, wrong.Problems),
            OfficeDeed.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
            _ => throw new InvalidOperationException($"{deed.GetType().Name} has no page."),
        };
}

/// <summary>Where things are.</summary>
public static class Addresses
{
    public static string Of(Mou mou) => "/office/mous/" + mou.Id.Value;

    /// <summary>The MOU's page, which then says what was recorded.</summary>
    public static string Of(OfficeDeed.Done done) => Of(done.Mou) + JustRecorded.QueryOf(done.New);
}
