using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>Two people's drafts, taken together by clause and language from what both began from.</summary>
/// <param name="Form">The reader's draft with what only the other changed; where both changed the same, the reader's words.</param>
/// <param name="Taken">The fields that came from the other, by their paths in the form.</param>
/// <param name="Differences">Where both changed the same field otherwise: somebody has to choose.</param>
public sealed record DraftMerge(DraftForm Form, IReadOnlyList<string> Taken, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>The other added, moved or took out clauses: the form has to be drawn anew.</summary>
    public bool MovesClauses { get; init; }

    public static DraftMerge Of(DraftBase @base, DraftForm theirs, DraftForm yours)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(yours);
        var choice = new DraftChoice(@base);
        var (own, others) = (DraftComparison.Flat(yours with { Clauses = [] }), DraftComparison.Flat(theirs with { Clauses = [] }));
        foreach (var field in own.Keys.Union(others.Keys).ToList()) choice.Make(field, others.GetValueOrDefault(field), own.GetValueOrDefault(field));
        var clauses = ClauseMerge.Of(@base, theirs.Clauses ?? [], yours.Clauses ?? [], choice);
        return new(Put(choice, theirs, yours) with { Clauses = clauses.Clauses }, choice.Taken, choice.Differences) { MovesClauses = clauses.Moves };
    }

    private static DraftForm Put(DraftChoice choice, DraftForm theirs, DraftForm yours)
    {
        T Of<T>(string field, Func<DraftForm, T> value) => value(choice.IsTheirs(field) ? theirs : yours);
        Dictionary<string, string> Each(string field, Func<DraftForm, Dictionary<string, string>?> texts) => choice.Each(field, texts(theirs), texts(yours));
        return yours with
        {
            Kind = Of("kind", form => form.Kind),
            Title = Each("title", form => form.Title),
            Counterparty = new(Each("counterparty.name", form => form.Counterparty?.Name), Of("counterparty.country", form => form.Counterparty?.Country), Each("counterparty.place", form => form.Counterparty?.Place)),
            Mission = Of("mission", form => form.Mission),
            Fields = Of("fields", form => form.Fields),
            Languages = Of("languages", form => form.Languages),
            PrevailingLanguage = Of("prevailingLanguage", form => form.PrevailingLanguage),
            MissionRole = Of("missionRole", form => form.MissionRole),
            OtherMissions = Of("otherMissions", form => form.OtherMissions),
            Term = new(
                Of("term.from", form => form.Term?.From), Of("term.months", form => form.Term?.Months), Of("term.endsOn", form => form.Term?.EndsOn),
                new(Of("term.renewal.months", form => form.Term?.Renewal?.Months), Of("term.renewal.noticeMonths", form => form.Term?.Renewal?.NoticeMonths))),
            Budget = new(Of("budget.amount", form => form.Budget?.Amount), Of("budget.currency", form => form.Budget?.Currency)),
            Signing = new(
                Of("signing.on", form => form.Signing?.On),
                new(Of("signing.localGovernment.name", form => form.Signing?.LocalGovernment?.Name), Of("signing.localGovernment.office", form => form.Signing?.LocalGovernment?.Office)),
                new(Of("signing.counterparty.name", form => form.Signing?.Counterparty?.Name), Of("signing.counterparty.office", form => form.Signing?.Counterparty?.Office))),
        };
    }
}
