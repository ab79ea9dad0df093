using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Screening;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>The draft form's fields on what the office set aside, and on when and by whom it is to be signed.</summary>
internal static class PlanFields
{
    public static BudgetForm? Of(Money? budget) => budget is null ? null : new(budget.Amount, budget.Currency);

    public static PlannedSigningForm? Of(SigningPlan? plan) => plan is null ? null : new(
        plan.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Of(plan.LocalGovernment), Of(plan.Counterparty));

    /// <returns>Null: no sum was typed. A currency alone is the form's first choice.</returns>
    public static BudgetForm? ReadBudget(IFormCollection form) =>
        One(form, "budget.amount") is { } amount ? new(Number(amount), One(form, "budget.currency")) : null;

    /// <returns>Null: nothing was filled in.</returns>
    public static PlannedSigningForm? ReadSigning(IFormCollection form)
    {
        var plan = new PlannedSigningForm(One(form, "signing.on"), Signer(form, "signing.localGovernment"), Signer(form, "signing.counterparty"));
        return plan == new PlannedSigningForm(null, null, null) ? null : plan;
    }

    /// <summary>As it was typed, but for a sum that was none.</summary>
    public static string? Amount(BudgetForm? budget) => budget?.Amount is { } amount and >= 0 ? amount.ToString("0.##", CultureInfo.InvariantCulture) : null;

    private static PlannedSignerForm? Of(PlannedSigner? signer) => signer is null ? null : new(signer.Name, signer.Office);

    private static PlannedSignerForm? Signer(IFormCollection form, string side) =>
        (One(form, $"{side}.name"), One(form, $"{side}.office")) is var (name, office) && (name ?? office) is null ? null : new(One(form, $"{side}.name"), One(form, $"{side}.office"));

    private static string? One(IFormCollection form, string name) => form[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>"50,000,000" and "50 000 000" too. What is no number is one that no form takes, so that the reader hears of it.</summary>
    private static decimal Number(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : -1;
    }
}
