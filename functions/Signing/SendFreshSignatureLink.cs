using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

public sealed class SendFreshSignatureLink(FreshLinkPages pages)
{
    [Function(nameof(SendFreshSignatureLink))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign/{token}/fresh-link")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        pages.SendAsync(request, token, null, engine, cancellation);
}
