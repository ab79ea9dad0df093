using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>Reads how long an MOU is to last.</summary>
internal sealed class TermReading(Action<string, FieldFault> add)
{
    /// <summary>A hundred years: more is a slip of the hand, and calendars end.</summary>
    private const int MostMonths = 1200;

    /// <returns>Null: nothing was said, so it has no end.</returns>
    public Term? Read(TermForm? form)
    {
        if (form is null or { From: null or "", Months: null, EndsOn: null or "", Renewal: null or { Months: null, NoticeMonths: null } }) return null;
        var (from, endsOn) = (Day("term.from", form.From), Day("term.endsOn", form.EndsOn));
        Check("term.months", form.Months, 1);
        if (from is { } first && endsOn is { } last && last < first) add("term.endsOn", FieldFault.EndsBeforeStart);
        var renewal = RenewalOf(form.Renewal);
        if (renewal is not null && form.Months is null && endsOn is null) add("term.months", FieldFault.Missing);
        return new(from, form.Months, endsOn, renewal);
    }

    private RenewalClause? RenewalOf(RenewalForm? form)
    {
        if (form is null or { Months: null, NoticeMonths: null }) return null;
        if (form.Months is null) add("term.renewal.months", FieldFault.Missing);
        Check("term.renewal.months", form.Months, 1);
        Check("term.renewal.noticeMonths", form.NoticeMonths, 0);
        return new(form.Months ?? 1, form.NoticeMonths ?? 0);
    }

    private void Check(string field, int? months, int least)
    {
        if (months < least || months > MostMonths) add(field, FieldFault.Malformed);
    }

    private DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        add(field, FieldFault.Malformed);
        return null;
    }
}
