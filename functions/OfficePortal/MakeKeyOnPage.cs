using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class MakeKeyOnPage(KeyCupboard cupboard, KeyPages pages)
{
    /// <summary>Answers with the page and no redirect: the new key is shown this once, and is in no address.</summary>
    [Function(nameof(MakeKeyOnPage))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/keys")] HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var made = await cupboard.MakeAsync(request.Person(), sent["label"], DaysIn(sent["days"]), request.IdempotencyKey(), cancellation);
        return await pages.ShowAsync(request, made, cancellation);
    }

    /// <summary>What is no number is no time that a key could hold, and is said to be none.</summary>
    private static int? DaysIn(string? said) => string.IsNullOrWhiteSpace(said) ? null : ReferenceFields.Number(said) ?? 0;
}
