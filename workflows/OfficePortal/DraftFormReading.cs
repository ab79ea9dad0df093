using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>One reading of one form, field by field. What it returns counts only where it found no problem.</summary>
internal sealed class DraftFormReading(IReadOnlyList<Mission> missions)
{
    private const int MostClauses = 200;
    private const int MostMissions = 10;
    private readonly PassageReading _passages = new();

    public IReadOnlyList<FieldProblem> Problems => _passages.Problems;

    public (Particulars Particulars, MouText Text) Read(DraftForm form)
    {
        var kind = Named<MouKind>("kind", form.Kind);
        var languages = LanguagesOf(form.Languages);
        var title = _passages.InEach("title", form.Title, languages, LongestPassage.Title, required: true);
        var counterparty = CounterpartyOf(form.Counterparty);
        var mission = MissionOf(form.Mission);
        CheckCountry(counterparty.Country, mission);
        var fields = FieldsOf(form.Fields);
        var prevailing = PrevailingOf(form.PrevailingLanguage, languages);
        var term = new TermReading(Add).Read(form.Term);
        var clauses = ClausesOf(form.Clauses, languages);
        if (_passages.TextLength > DraftReader.LongestText) Add("clauses", FieldFault.TextTooLong);
        var role = RoleOf("missionRole", form.MissionRole);
        var plan = new PlanReading(_passages);
        var (budget, signing) = (plan.BudgetOf(form.Budget), plan.SigningOf(form.Signing));
        return (
            new(kind, title, counterparty, mission?.Id ?? default, fields, languages, prevailing, role, OthersOf(form.OtherMissions, mission), term, budget, signing),
            new(languages, title, clauses));
    }

    private EmbassyRole RoleOf(string field, string? name) => string.IsNullOrWhiteSpace(name) ? EmbassyRole.Facilitator : Named<EmbassyRole>(field, name);

    private List<EmbassyPart>? OthersOf(List<MissionPartForm>? forms, Mission? lead)
    {
        var parts = new List<EmbassyPart>();
        if (forms?.Count > MostMissions) Add("otherMissions", FieldFault.TooMany);
        foreach (var (i, form) in (forms ?? []).Take(MostMissions).Index())
        {
            var wanted = form?.Mission?.Trim().ToUpperInvariant() ?? "";
            var mission = missions.FirstOrDefault(mission => mission.Id.Value == wanted);
            if (mission is null) Add($"otherMissions[{i}].mission", wanted.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
            else if (mission.Id == lead?.Id || parts.Any(part => part.Mission == mission.Id)) Add($"otherMissions[{i}].mission", FieldFault.Duplicate);
            else parts.Add(new(mission.Id, RoleOf($"otherMissions[{i}].role", form!.Role)));
        }

        return parts.Count == 0 ? null : parts;
    }

    private List<Language> LanguagesOf(List<string>? codes)
    {
        var languages = new List<Language>();
        for (var i = 0; i < (codes?.Count ?? 0); i++)
        {
            var code = codes![i]?.Trim() ?? "";
            if (!LanguageCodes.IsOne(code)) Add($"languages[{i}]", FieldFault.Unknown);
            else if (languages.Contains(new Language(code))) Add($"languages[{i}]", FieldFault.Duplicate);
            else languages.Add(new Language(code));
        }

        if (codes is null or { Count: 0 }) Add("languages", FieldFault.Missing);
        else if (codes.Count < 2) Add("languages", FieldFault.TooFewLanguages);
        else if (codes.Count > 3) Add("languages", FieldFault.TooManyLanguages);
        return languages;
    }

    private Language? PrevailingOf(string? code, List<Language> languages)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        var language = new Language(code.Trim());
        if (!languages.Contains(language)) Add("prevailingLanguage", FieldFault.NotInLanguages);
        return language;
    }

    private Counterparty CounterpartyOf(CounterpartyForm? form)
    {
        var name = _passages.InAny("counterparty.name", form?.Name, LongestPassage.Name, required: true);
        var country = form?.Country?.Trim().ToUpperInvariant() ?? "";
        if (country.Length == 0) Add("counterparty.country", FieldFault.Missing);
        else if (!CountryCodes.IsOne(country)) Add("counterparty.country", FieldFault.Unknown);
        var place = _passages.InAny("counterparty.place", form?.Place, LongestPassage.Name, required: false);
        return new(name, country, place);
    }

    private Mission? MissionOf(string? id)
    {
        var wanted = id?.Trim().ToUpperInvariant() ?? "";
        var mission = missions.FirstOrDefault(mission => mission.Id.Value == wanted);
        if (mission is null) Add("mission", wanted.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return mission;
    }

    /// <summary>A mission stands for the country whose code it has; one of an organisation for each of its members.</summary>
    private void CheckCountry(string country, Mission? mission)
    {
        if (mission is null || !CountryCodes.IsOne(country)) return;
        if (!CountryCodes.StandsFor(mission.Id, country)) Add("counterparty.country", FieldFault.CountryOutsideMission);
    }

    private List<CooperationField> FieldsOf(List<string>? names)
    {
        if (names is null or { Count: 0 }) Add("fields", FieldFault.Missing);
        var fields = new List<CooperationField>();
        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            var field = Named<CooperationField>($"fields[{i}]", names![i]);
            if (fields.Contains(field) && !string.IsNullOrWhiteSpace(names[i])) Add($"fields[{i}]", FieldFault.Duplicate);
            fields.Add(field);
        }

        return fields;
    }

    private List<Clause> ClausesOf(List<ClauseForm>? forms, List<Language> languages)
    {
        if (forms is null or { Count: 0 }) Add("clauses", FieldFault.Missing);
        if (forms?.Count > MostClauses) Add("clauses", FieldFault.TooMany);
        return
        [
            .. (forms ?? []).Take(MostClauses).Select((clause, i) => new Clause(
                _passages.InEach($"clauses[{i}].heading", clause?.Heading, languages, LongestPassage.Heading, required: true),
                _passages.InEach($"clauses[{i}].body", clause?.Body, languages, LongestPassage.Body, required: true))),
        ];
    }

    /// <summary>By the name that is stored and nothing else: numbers would pass as enums too.</summary>
    private T Named<T>(string field, string? name) where T : struct, Enum
    {
        var wanted = name?.Trim() ?? "";
        var found = Enum.GetNames<T>().FirstOrDefault(known => known.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (found is null) Add(field, wanted.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return found is null ? default : Enum.Parse<T>(found);
    }

    private void Add(string field, FieldFault fault) => _passages.Add(field, fault);
}
