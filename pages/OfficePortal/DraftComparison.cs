using System.Globalization;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>One field in which two drafts differ; null where a draft has nothing there.</summary>
public sealed record FieldDifference(string Field, string? Saved, string? Yours);

/// <summary>Where the draft that was saved in between and the reader's own differ, field by field.</summary>
public static class DraftComparison
{
    public static IReadOnlyList<FieldDifference> Between(DraftForm saved, DraftForm yours)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(yours);
        var (theirs, own) = (Flat(saved), Flat(yours));
        return [.. own.Keys.Union(theirs.Keys)
            .Select(field => new FieldDifference(field, theirs.GetValueOrDefault(field), own.GetValueOrDefault(field)))
            .Where(difference => Same(difference.Saved) != Same(difference.Yours))];
    }

    public static bool IsSame(DraftForm one, DraftForm other) => Between(one, other).Count == 0;

    /// <summary>Browsers send CR LF, stored texts have LF: that is no difference to a person.</summary>
    internal static string Same(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>Every field that says something, by its path.</summary>
    internal static Dictionary<string, string> Flat(DraftForm form)
    {
        var fields = new Dictionary<string, string>();
        void Add(string field, string? value) { if (!string.IsNullOrEmpty(value)) fields[field] = value; }
        void AddEach(string field, Dictionary<string, string>? texts) { foreach (var (language, text) in texts ?? []) Add($"{field}.{language}", text); }

        Add("kind", form.Kind);
        AddEach("title", form.Title);
        AddEach("counterparty.name", form.Counterparty?.Name);
        Add("counterparty.country", form.Counterparty?.Country);
        AddEach("counterparty.place", form.Counterparty?.Place);
        Add("mission", form.Mission);
        Add("fields", string.Join(", ", form.Fields ?? []));
        Add("languages", string.Join(", ", form.Languages ?? []));
        Add("prevailingLanguage", form.PrevailingLanguage);
        Add("term.from", form.Term?.From);
        Add("term.months", form.Term?.Months?.ToString(CultureInfo.InvariantCulture));
        Add("term.endsOn", form.Term?.EndsOn);
        Add("term.renewal.months", form.Term?.Renewal?.Months?.ToString(CultureInfo.InvariantCulture));
        Add("term.renewal.noticeMonths", form.Term?.Renewal?.NoticeMonths?.ToString(CultureInfo.InvariantCulture));
        Add("budget.amount", PlanFields.Amount(form.Budget));
        Add("budget.currency", form.Budget?.Amount is null ? null : form.Budget.Currency);
        Add("signing.on", form.Signing?.On);
        Add("signing.localGovernment.name", form.Signing?.LocalGovernment?.Name);
        Add("signing.localGovernment.office", form.Signing?.LocalGovernment?.Office);
        Add("signing.counterparty.name", form.Signing?.Counterparty?.Name);
        Add("signing.counterparty.office", form.Signing?.Counterparty?.Office);
        Add("missionRole", form.MissionRole);
        Add("otherMissions", string.Join(", ", (form.OtherMissions ?? []).Select(other => $"{other.Mission} {other.Role}")));
        foreach (var (clause, place) in (form.Clauses ?? []).Select((clause, place) => (clause, place)))
        {
            AddEach($"clauses[{place}].heading", clause.Heading);
            AddEach($"clauses[{place}].body", clause.Body);
        }
        return fields;
    }
}
