using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Screening;

/// <summary>Small drafts to be screened, and facts in which nothing is wrong.</summary>
internal static class Drafts
{
    public static readonly ScreeningFacts Facts = new(
        Standing.Present, LocalizedText.Of((Language.Korean, "경상북도"), (Language.English, "Gyeongsangbuk-do")), Standing.Present,
        MissionStandsForCountry: true, Budget: null, StartsOn: new(2027, 1, 4), EndsOn: new(2032, 1, 3),
        Signers: [new("Lee Cheol-woo", "Governor")], SigningOn: new(2026, 12, 15), SameTieInEffect: false, RequiredLanguages: [], Unprintable: []);

    /// <summary>A text of one language, a clause for each body.</summary>
    public static MouText With(string language, params string[] bodies) => new(
        [new(language)], LocalizedText.Of((new(language), "1")),
        [.. bodies.Select((body, i) => new Clause(LocalizedText.Of((new(language), $"{i + 1}")), LocalizedText.Of((new(language), body))))]);

    public static IReadOnlyList<Finding> Screened(MouText text, ScreeningFacts? facts = null, Particulars? particulars = null) =>
        Workflows.Screening.Screening.Of(particulars ?? Sample.Friendship, text, facts ?? Facts);
}
