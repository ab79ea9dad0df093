using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Settings;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Administration.Settings;

/// <summary>The pages on which the association's settings are read and changed.</summary>
public sealed class SettingsPages(PageAnswers pages, SettingsRegister register, ReferenceTables reference)
{
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<SettingsPage>(request, new()
        {
            [nameof(SettingsPage.Versions)] = await register.HistoryAsync(cancellation),
            [nameof(SettingsPage.Governments)] = await GovernmentsAsync(cancellation),
        });

    /// <param name="typed">The form as it was sent; null: as it stands.</param>
    public async Task<IActionResult> ShowKindAsync(
        HttpRequest request, MouKind kind, CancellationToken cancellation, KindFields? typed = null, string? reason = null, SettingsResult? result = null)
    {
        var current = await CurrentAsync(cancellation);
        return await pages.ShowAsync<KindSettingsPage>(request, new()
        {
            [nameof(KindSettingsPage.Kind)] = kind,
            [nameof(KindSettingsPage.Form)] = typed ?? KindFields.Of(current.Of(kind)),
            [nameof(KindSettingsPage.Version)] = current.Version,
            [nameof(KindSettingsPage.Reason)] = reason,
            [nameof(KindSettingsPage.Problems)] = ProblemsOf(result, $"kinds[{(int)kind}]."),
            [nameof(KindSettingsPage.IsStale)] = result is SettingsResult.Stale,
        }, StatusOf(result));
    }

    /// <inheritdoc cref="ShowKindAsync"/>
    public async Task<IActionResult> ShowRulesAsync(
        HttpRequest request, CancellationToken cancellation, IReadOnlyList<RuleFields>? typed = null, string? reason = null, SettingsResult? result = null)
    {
        var current = await CurrentAsync(cancellation);
        return await pages.ShowAsync<CouncilRulesPage>(request, new()
        {
            [nameof(CouncilRulesPage.Rules)] = typed ?? [.. current.CouncilRules.Select(RuleFields.Of)],
            [nameof(CouncilRulesPage.Governments)] = await GovernmentsAsync(cancellation),
            [nameof(CouncilRulesPage.Version)] = current.Version,
            [nameof(CouncilRulesPage.Reason)] = reason,
            [nameof(CouncilRulesPage.Problems)] = ProblemsOf(result, ""),
            [nameof(CouncilRulesPage.IsStale)] = result is SettingsResult.Stale,
        }, StatusOf(result));
    }

    private async Task<AssociationSettings> CurrentAsync(CancellationToken cancellation) =>
        await register.FindCurrentAsync(cancellation) ?? AssociationSettings.StepsOff;

    private async Task<Dictionary<LocalGovernmentId, LocalGovernment>> GovernmentsAsync(CancellationToken cancellation) =>
        (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(government => government.Id);

    /// <summary>The page has the inputs of one kind: they are named without it.</summary>
    private static List<FieldProblem> ProblemsOf(SettingsResult? result, string prefix) => result is SettingsResult.Unreadable unreadable
        ? [.. unreadable.Problems.Select(problem => prefix.Length > 0 && problem.Field.StartsWith(prefix, StringComparison.Ordinal) ? problem with { Field = problem.Field[prefix.Length..] } : problem)]
        : [];

    private static int StatusOf(SettingsResult? result) => result switch
    {
        SettingsResult.Unreadable => StatusCodes.Status400BadRequest,
        SettingsResult.Stale => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status200OK,
    };
}
