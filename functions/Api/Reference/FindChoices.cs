using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.OfficePortal.Choices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Reference;

/// <summary>Parties, countries and missions by typing. The pages' script asks here, and an office's programs can.</summary>
public sealed class FindChoices(ChoiceSearch choices)
{
    private const int LongestQuery = 100;

    private static readonly Dictionary<string, ChoiceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["missions"] = ChoiceKind.Missions,
        ["countries"] = ChoiceKind.Countries,
        ["local-governments"] = ChoiceKind.LocalGovernments,
        ["counterparties"] = ChoiceKind.Counterparties,
    };

    [Function(nameof(FindChoices))]
    [Answers(Audience.OfficeOrDesk)]
    [ApiOperation(
        "Finds missions, countries, local-governments or counterparties of the register by a part of a name in any language; Korean also by half a syllable and by initial letters. The first twelve.",
        Answer = typeof(ChoicesAnswer), IsTagged = true, Query = ["q"], Problems = [ProblemKind.QueryWrong])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/choices/{of}")] HttpRequest request, string of, CancellationToken cancellation)
    {
        if (!Kinds.TryGetValue(of, out var kind)) throw new ProblemException(ProblemKind.NotFound);
        var words = request.Query["q"].ToString();
        if (words.Length > LongestQuery) throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["q"], Fields = [new("q", "TooLong")] });
        var language = request.Reader().Language;
        var found = await choices.FindAsync(kind, words, language, cancellation);
        // A key pressed again is answered from what the browser has, if that still holds.
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return new JsonAnswer(new ChoicesAnswer([.. found.Select(choice => ChoiceAnswer.Of(choice, language))]));
    }
}
