using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>The draft form's fields: read from a posted form, made from a draft, changed by the buttons that add, remove and move clauses.</summary>
public static class DraftFields
{
    /// <summary>A form to begin with: Korean and English, one clause.</summary>
    public static DraftForm Empty { get; } =
        new(null, [], new([], null, []), null, [], [Language.Korean.Code, Language.English.Code], null, [NoClause]);

    private const int MostOthers = 10;

    private static ClauseForm NoClause => new([], []);

    public static DraftForm Of(Particulars particulars, MouText text)
    {
        ArgumentNullException.ThrowIfNull(particulars);
        ArgumentNullException.ThrowIfNull(text);
        return new(
            particulars.Kind.ToString(), Plain(particulars.Title),
            new(Plain(particulars.Counterparty.Name), particulars.Counterparty.Country, Plain(particulars.Counterparty.Place)),
            particulars.Mission.Value, [.. particulars.Fields.Select(field => field.ToString())],
            [.. particulars.Languages.Select(language => language.Code)], particulars.PrevailingLanguage?.Code,
            [.. text.Clauses.Select(clause => new ClauseForm(Plain(clause.Heading), Plain(clause.Body)))],
            particulars.MissionRole.ToString(), [.. (particulars.OtherMissions ?? []).Select(other => new MissionPartForm(other.Mission.Value, other.Role.ToString()))],
            TermFields.Of(particulars.Term), Budget: PlanFields.Of(particulars.Budget), Signing: PlanFields.Of(particulars.Signing));
    }

    /// <summary>A new form from an MOU that is there: the matter and the parties; of an ended one that is taken up again also the text.</summary>
    public static DraftForm BegunFrom(DraftForm known, OriginForm origin)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(origin);
        return origin.Kind switch
        {
            nameof(MouLinkKind.Varied) => known with { Kind = nameof(MouKind.Variation), Title = [], Clauses = [NoClause], Term = null, Budget = null, Signing = null, Origin = origin },
            nameof(MouLinkKind.Framework) => known with { Kind = nameof(MouKind.SubsidiaryInstrument), Title = [], Clauses = [NoClause], Term = null, Budget = null, Signing = null, Origin = origin },
            _ => known with { Origin = origin, Signing = null },
        };
    }

    /// <summary>Reads a posted draft form. Clauses are clause[0], clause[1] …; gaps close.</summary>
    public static DraftForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            One(form, "kind"), Localized(form, "title."),
            new(Localized(form, "counterpartyName."), One(form, "country"), Localized(form, "counterpartyPlace.")),
            One(form, "mission"), Many(form, "field"), Many(form, "languages"), One(form, "prevailing"), Clauses(form),
            One(form, "missionRole"), Others(form), TermFields.Read(form), One(form, "origin") is { } origin ? new(origin, One(form, "of")) : null,
            PlanFields.ReadBudget(form), PlanFields.ReadSigning(form));
    }

    /// <summary>
    /// The form after one of its buttons: add-clause, remove-clause-n, up-n, down-n, n from 0; language-back-fr and
    /// language-drop-fr. Any other action, "save" and "languages" among them, leaves it as it is.
    /// </summary>
    public static DraftForm Edited(DraftForm form, string action)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(action);
        if (LanguageOf(action, "language-back-") is { } back) return LeftOverLanguages.With(form, back);
        if (LanguageOf(action, "language-drop-") is { } dropped) return LeftOverLanguages.Without(form, dropped);
        List<ClauseForm> clauses = [.. form.Clauses ?? []];
        if (action == "add-clause") clauses.Add(NoClause);
        else if (Place(action, "remove-clause-", clauses) is { } removed) clauses.RemoveAt(removed);
        else if (Place(action, "up-", clauses) is > 0 and var up) (clauses[up - 1], clauses[up]) = (clauses[up], clauses[up - 1]);
        else if (Place(action, "down-", clauses) is { } down && down < clauses.Count - 1) (clauses[down], clauses[down + 1]) = (clauses[down + 1], clauses[down]);
        return form with { Clauses = clauses };
    }

    /// <summary>The form with what is known of a counterparty filled in, and its mission where none was chosen.</summary>
    public static DraftForm WithCounterparty(DraftForm form, Counterparty party, MissionId? mission)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(party);
        return form with
        {
            Counterparty = new(Plain(party.Name), party.Country, Plain(party.Place)),
            Mission = mission?.Value ?? form.Mission,
        };
    }

    private static string? LanguageOf(string action, string deed) => action.StartsWith(deed, StringComparison.Ordinal) ? action[deed.Length..] : null;

    private static int? Place(string action, string deed, List<ClauseForm> clauses) =>
        action.StartsWith(deed, StringComparison.Ordinal) && int.TryParse(action[deed.Length..], out var place) && place >= 0 && place < clauses.Count ? place : null;

    private static Dictionary<string, string> Plain(LocalizedText text) => text.ByLanguage.ToDictionary(p => p.Key.Code, p => p.Value);

    private static string? One(IFormCollection form, string name) => form[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    private static List<string> Many(IFormCollection form, string name) => [.. form[name].Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];

    private static Dictionary<string, string> Localized(IFormCollection form, string prefix) =>
        form.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && form[key].ToString().Length > 0)
            .ToDictionary(key => key[prefix.Length..], key => form[key].ToString());

    /// <summary>A row without a mission is an empty one.</summary>
    private static List<MissionPartForm> Others(IFormCollection form) =>
        [.. Enumerable.Range(0, MostOthers).Select(i => new MissionPartForm(One(form, $"otherMissions[{i}].mission"), One(form, $"otherMissions[{i}].role")))
            .Where(part => part.Mission is not null)];

    private static List<ClauseForm> Clauses(IFormCollection form) =>
        [.. form.Keys.Select(PlaceOf).Where(place => place is not null).Distinct().Order()
            .Select(place => new ClauseForm(Localized(form, $"clause[{place}].heading."), Localized(form, $"clause[{place}].body.")))];

    private static int? PlaceOf(string key) =>
        key.StartsWith("clause[", StringComparison.Ordinal) && key.IndexOf(']', StringComparison.Ordinal) is > 7 and var end
        && int.TryParse(key.AsSpan(7, end - 7), out var place) ? place : null;
}
