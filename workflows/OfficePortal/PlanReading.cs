using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>Reads what an office set aside for an MOU, and how it plans to have it signed.</summary>
internal sealed class PlanReading(PassageReading passages)
{
    /// <summary>A million billions: more is a slip of the hand.</summary>
    private const decimal MostMoney = 1_000_000_000_000_000m;

    /// <returns>Null: nothing was set aside.</returns>
    public Money? BudgetOf(BudgetForm? form)
    {
        if (form is null or { Amount: null, Currency: null or "" }) return null;
        var currency = form.Currency?.Trim().ToUpperInvariant() ?? "";
        if (form.Amount is null) passages.Add("budget.amount", FieldFault.Missing);
        else if (form.Amount is <= 0 or > MostMoney || decimal.Round(form.Amount.Value, 2) != form.Amount) passages.Add("budget.amount", FieldFault.Malformed);
        if (currency.Length == 0) passages.Add("budget.currency", FieldFault.Missing);
        else if (!Money.Currencies.Contains(currency)) passages.Add("budget.currency", FieldFault.Unknown);
        return new(form.Amount ?? 0, currency);
    }

    /// <returns>Null: nothing is known.</returns>
    public SigningPlan? SigningOf(PlannedSigningForm? form)
    {
        if (form is null) return null;
        var plan = new SigningPlan(DayOf(form.On), SignerOf("signing.localGovernment", form.LocalGovernment), SignerOf("signing.counterparty", form.Counterparty));
        return plan == new SigningPlan(null, null, null) ? null : plan;
    }

    private DateOnly? DayOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        passages.Add("signing.on", FieldFault.Malformed);
        return null;
    }

    private PlannedSigner? SignerOf(string field, PlannedSignerForm? form)
    {
        var (name, office) = (passages.Line($"{field}.name", form?.Name), passages.Line($"{field}.office", form?.Office));
        if (name.Length == 0 && office.Length > 0) passages.Add($"{field}.name", FieldFault.Missing);
        return name.Length == 0 ? null : new(name, office.Length == 0 ? null : office);
    }
}
