using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>The association's settings at the desk: read, replaced by the next version, and every version of before.</summary>
public sealed class EditSettings(SettingsRegister settings)
{
    [Function("ReadSettings")]
    [Answers(Audience.Desk)]
    [ApiOperation("Reads the association's settings; version 0 while nobody has set any.", Answer = typeof(SettingsAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/settings")] HttpRequest request, CancellationToken cancellation) =>
        Answer(await settings.FindCurrentAsync(cancellation) ?? AssociationSettings.StepsOff);

    [Function("ReplaceSettings")]
    [Answers(Audience.Desk)]
    [ApiOperation("Makes the next version of the settings. Cases that began keep theirs.", Request = typeof(SettingsForm), Requires = ["kinds", "reason"],
        Answer = typeof(SettingsAnswer), IsTagged = true)]
    public async Task<IActionResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/desk/settings")] HttpRequest request, CancellationToken cancellation)
    {
        var version = request.ExpectedVersion();
        var sent = await request.ReadJsonAsync<SettingsForm>(cancellation);
        return await settings.ReplaceAsync(sent, version, request.Author(), cancellation) switch
        {
            SettingsResult.Done done => Answer(done.Settings),
            SettingsResult.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
            SettingsResult.Stale stale => throw new ProblemException(new Problem(ProblemKind.Stale) { Current = SettingsAnswer.Of(stale.Current) }),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
        };
    }

    [Function("ReadSettingsHistory")]
    [Answers(Audience.Desk)]
    [ApiOperation("Lists every version of the settings with its author, its time and its reason, newest first.", Answer = typeof(SettingsHistoryAnswer), IsTagged = true)]
    public async Task<IActionResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/settings/history")] HttpRequest request, CancellationToken cancellation) =>
        new JsonAnswer(new SettingsHistoryAnswer([.. (await settings.HistoryAsync(cancellation))
            .Select(version => new SettingsVersionAnswer(SettingsAnswer.Of(version.Settings), version.By.Name, version.At, version.Reason))]));

    private static JsonAnswer Answer(AssociationSettings found) => new(SettingsAnswer.Of(found)) { EntityTag = EntityTags.Of(found.Version) };
}
