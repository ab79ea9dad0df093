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

    private static string InSeoul(DateTimeOffset starts, DateOnly there, Language language) =>
        SeoulTime.DayOf(starts) is var day && day == there ? Dates.Clock(SeoulTime.At(starts)) : $"{Dates.Short(day, language)}, {Dates.Clock(SeoulTime.At(starts))}";
}
