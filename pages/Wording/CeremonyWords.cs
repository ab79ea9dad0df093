using System.Globalization;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>When a ceremony is, and what stands against its day.</summary>
internal static class CeremonyWords
{
    /// <summary>"15 December 2026" · "15 December 2026, 14:30 (Seoul)" · "15 December 2026, 10:00 in Libreville (18:00 in Seoul)".</summary>
    public static string When(Ceremony ceremony, Language language) => ceremony switch
    {
        { StartsAt: { } starts, At: { } at, Zone: { } zone } => Words.Of(
            language, "Dates.MomentThere", Dates.Long(ceremony.On, language), at.ToString("HH:mm", CultureInfo.InvariantCulture), PlaceTime.CityOf(zone), InSeoul(starts, ceremony.On, language)),
        { StartsAt: { } starts } => Dates.Moment(starts, language),
        _ => Dates.Long(ceremony.On, language),
    };

    /// <summary>"Sunday, Liberation Day, the Embassy of Gabon is closed"; null where everybody works.</summary>
    public static string? Closed(IReadOnlyList<CeremonyClosure>? closed, CaseNames names, Language language) => closed is null or [] ? null
        : string.Join(", ", closed.Select(why => why.Mission is { } mission
            ? Words.Of(language, "Case.CeremonyMissionClosed", names.For(mission).Mission)
            : CountingWords.Closed([new(why.Kind, why.Holiday)], language)));

    /// <summary>Who sees it, and on what the signers' offices are not enough: by label, as far as it was said.</summary>
    public static IEnumerable<(string Name, string Value)> Particulars(Ceremony ceremony, string? ours, string? theirs, Language language) => new[]
    {
        (Words.Of(language, "Fields.Name.localGovernment.authority"), ours),
        (Words.Of(language, "Fields.Name.counterparty.authority"), theirs),
        (Words.Of(language, "Fields.Name.witnesses"), ceremony.Witnesses.Count > 0 ? Witnesses(ceremony) : null),
    }.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!));

    /// <summary>"Paul Ella, Consul · Kim Ji-young".</summary>
    public static string Witnesses(Ceremony ceremony) =>
        string.Join(" · ", ceremony.Witnesses.Select(witness => $"{witness.Name}, {witness.Office}".TrimEnd(',', ' ')));

    private static string InSeoul(DateTimeOffset starts, DateOnly there, Language language) =>
        SeoulTime.DayOf(starts) is var day && day == there ? Dates.Clock(SeoulTime.At(starts)) : $"{Dates.Short(day, language)}, {Dates.Clock(SeoulTime.At(starts))}";
}
