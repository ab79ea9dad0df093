using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.OfficePortal.Choices;

/// <summary>What a form offers by typing.</summary>
public enum ChoiceKind { Missions, Countries, LocalGovernments, Counterparties }

/// <summary>Finds missions, countries, local governments and counterparties of before by any part of a name in any language.</summary>
public sealed class ChoiceSearch(ReferenceTables reference, RegisterBook register)
{
    public const int Most = 12;

    /// <summary>Folding thousands of names takes longer than finding one: kept until the register changes.</summary>
    private (object State, FoldedChoices Folded)? _counterparties;

    /// <param name="language">The order of what is found equally well.</param>
    public async Task<IReadOnlyList<Choice>> FindAsync(ChoiceKind kind, string words, Language language, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        return (await AllAsync(kind, language, cancel).ConfigureAwait(false)).Find(words, Most);
    }

    /// <returns>Null: there is none of this id any more.</returns>
    public async Task<Counterparty?> CounterpartyAsync(string id, CancellationToken cancel = default) =>
        (await CounterpartiesAsync(cancel).ConfigureAwait(false)).Named(id)?.Counterparty;

    private async Task<FoldedChoices> AllAsync(ChoiceKind kind, Language language, CancellationToken cancel) => kind switch
    {
        ChoiceKind.Missions => Missions(await reference.MissionsAsync(cancel).ConfigureAwait(false), language, mission => mission.Name, mission => mission.Country),
        ChoiceKind.Countries => Missions(await reference.MissionsAsync(cancel).ConfigureAwait(false), language, mission => mission.Country, _ => LocalizedText.Empty),
        ChoiceKind.LocalGovernments => Governments(await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false), language),
        ChoiceKind.Counterparties => await CounterpartiesAsync(cancel).ConfigureAwait(false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static FoldedChoices Missions(IReadOnlyList<Mission> missions, Language language, Func<Mission, LocalizedText> name, Func<Mission, LocalizedText> detail) => new(
        missions.OrderBy(mission => mission.Country.In(language), StringComparer.Ordinal).Select(mission => (
            new Choice(mission.Id.Value, name(mission), detail(mission)),
            mission.Country.ByLanguage.Values.Concat(mission.Name.ByLanguage.Values).Append(mission.Id.Value).Concat(FormerNamesOf(mission.Id.Value)))));

    /// <summary>Somebody who learnt "터키" or "버마" finds it.</summary>
    private static IReadOnlyList<string> FormerNamesOf(string country) => CountryNames.Renamed.TryGetValue(country, out var names) ? names.Before : [];

    private static FoldedChoices Governments(IReadOnlyList<LocalGovernment> governments, Language language)
    {
        var byId = governments.ToDictionary(government => government.Id);
        LocalizedText ProvinceOf(LocalGovernment government) => government.Parent is { } parent && byId.TryGetValue(parent, out var province) ? province.Name : LocalizedText.Empty;
        return new(governments.OrderBy(government => government.Level).ThenBy(government => government.Name.In(language), StringComparer.Ordinal).Select(government => (
            new Choice(government.Id.Value, government.Name, ProvinceOf(government)),
            government.Name.ByLanguage.Values.Concat(ProvinceOf(government).ByLanguage.Values))));
    }

    private async Task<FoldedChoices> CounterpartiesAsync(CancellationToken cancel)
    {
        var state = await register.ReadAsync(cancel).ConfigureAwait(false);
        if (_counterparties is { } kept && ReferenceEquals(kept.State, state)) return kept.Folded;
        var missions = (await reference.MissionsAsync(cancel).ConfigureAwait(false)).ToDictionary(mission => mission.Id.Value, StringComparer.Ordinal);
        LocalizedText CountryOf(string code) => missions.TryGetValue(code, out var mission) ? mission.Country : Countries.NameOf(code);
        var folded = new FoldedChoices(state.Current.Select(entry => entry.Tie.Counterparty).GroupBy(IdOf, StringComparer.Ordinal)
            .Select(same => (Id: same.Key, Counterparty: same.MaxBy(one => one.Name.ByLanguage.Count)!)).OrderBy(one => one.Counterparty.Name.In(Language.English), StringComparer.Ordinal)
            .Select(one => (
                new Choice(one.Id, one.Counterparty.Name, CountryOf(one.Counterparty.Country), one.Counterparty),
                one.Counterparty.Name.ByLanguage.Values.Concat(one.Counterparty.Place.ByLanguage.Values).Concat(CountryOf(one.Counterparty.Country).ByLanguage.Values))));
        _counterparties = (state, folded);
        return folded;
    }

    private static string IdOf(Counterparty one) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(one.Country + "|" + FoldedWords.Of(one.Name.In(Language.English)))))[..12];
}
