using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>The draft form's fields on how long the MOU is to last.</summary>
internal static class TermFields
{
    public static TermForm? Of(Term? term) => term is null ? null : new(
        Day(term.From), term.Months, Day(term.EndsOn), term.Renewal is { } renewal ? new(renewal.Months, renewal.NoticeMonths) : null);

    /// <returns>Null: nothing was filled in.</returns>
    public static TermForm? Read(IFormCollection form)
    {
        var term = new TermForm(
            One(form, "term.from"), Number(form, "term.months"), One(form, "term.endsOn"),
            new(Number(form, "term.renewal.months"), Number(form, "term.renewal.noticeMonths")));
        if (term.Renewal is { Months: null, NoticeMonths: null }) term = term with { Renewal = null };
        return term == new TermForm(null, null, null, null) ? null : term;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? One(IFormCollection form, string name) => form[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>What is no number is one that no form takes, so that the reader hears of it.</summary>
    private static int? Number(IFormCollection form, string name) =>
        One(form, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
