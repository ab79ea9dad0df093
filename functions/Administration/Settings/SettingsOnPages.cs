using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Administration.Settings;

/// <summary>The association's settings at the desk's pages.</summary>
public sealed class SettingsOnPages(SettingsPages pages, SettingsRegister register)
{
    private const string Home = "/desk/settings";

    [Function("ShowSettings")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/settings")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowAsync(request, cancellation);

    /// <summary>Only where nobody has set any: whoever comes second finds what the first made.</summary>
    [Function("TakeProposedSettings")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ProposalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/settings/proposal")] HttpRequest request, CancellationToken cancellation)
    {
        var reason = Pages.Wording.Words.Of(request.Reader().Language, "Settings.ProposalReason");
        await register.ReplaceAsync(SettingsForm.With(AssociationSettings.Default, AssociationSettings.Default.CouncilRules, reason), 0, request.Author(), cancellation);
        return new SeeOther(Home);
    }

    [Function("ShowKindSettings")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowKindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/settings/kinds/{kind}")] HttpRequest request, string kind, CancellationToken cancellation) =>
        pages.ShowKindAsync(request, KindOf(kind), cancellation);

    [Function("SaveKindSettings")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> SaveKindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/settings/kinds/{kind}")] HttpRequest request, string kind, CancellationToken cancellation)
    {
        var (named, sent) = (KindOf(kind), await request.ReadPageFormAsync(cancellation));
        var typed = SettingsSent.Kind(sent);
        var form = SettingsForm.With(await CurrentAsync(cancellation), typed.Read(named), sent["reason"]);
        var result = await register.ReplaceAsync(form, VersionIn(sent), request.Author(), cancellation);
        return result is SettingsResult.Done ? new SeeOther(Home) : await pages.ShowKindAsync(request, named, cancellation, typed, sent["reason"], result);
    }

    [Function("ShowCouncilRules")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/settings/council-rules")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowRulesAsync(request, cancellation);

    [Function("SaveCouncilRules")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> SaveRulesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/settings/council-rules")] HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var typed = SettingsSent.RulesOf(sent);
        var form = SettingsForm.With(await CurrentAsync(cancellation), typed.Select(rule => rule.Read()), sent["reason"]);
        var result = await register.ReplaceAsync(form, VersionIn(sent), request.Author(), cancellation);
        return result is SettingsResult.Done ? new SeeOther(Home) : await pages.ShowRulesAsync(request, cancellation, typed, sent["reason"], result);
    }

    private async Task<AssociationSettings> CurrentAsync(CancellationToken cancellation) =>
        await register.FindCurrentAsync(cancellation) ?? AssociationSettings.StepsOff;

    /// <summary>A form without its version saw none: it is stale, whatever is there.</summary>
    private static int VersionIn(IFormCollection sent) => ReferenceFields.Number(sent["version"]) ?? -1;

    /// <exception cref="ProblemException">404.</exception>
    private static MouKind KindOf(string said) =>
        Enum.GetValues<MouKind>().Where(kind => kind.ToString() == said).Select(kind => (MouKind?)kind).FirstOrDefault() ?? throw new ProblemException(ProblemKind.NotFound);
}
