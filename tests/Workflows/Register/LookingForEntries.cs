using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Tests.Register;

/// <summary>Finding entries by words in any language, and by what they are.</summary>
public sealed class LookingForEntries
{
    private static readonly RegisterEntry Andong = Entry(1, "안동시", "Andong-si", "Ville de Libreville", "GA", new(2024, 5, 1), tie => tie with { Kind = MouKind.Sisterhood });
    private static readonly RegisterEntry Jeju = Entry(2, "제주특별자치도", "Jeju-do", "Šibenik (Hrvatska)", "HR", new(2025, 5, 1), tie => tie with { Fields = [CooperationField.Tourism] });
    private static readonly RegisterEntry Guro = Entry(3, "구로구", "Guro-gu", "Łódź", "PL", new(2025, 6, 1), tie => tie with { Status = RegisterStatus.Expired });
    private static readonly RegisterSearch Search = new([Andong, Jeju, Guro], entry => entry.Tie.Counterparty.Country == "GA" ? ["가봉", "Gabon"] : [], office => office.Value == "Guro-gu" ? [new("Guro-new")] : []);

    [Theory]
    [InlineData("안동", 1)]
    [InlineData("안ㄷ", 1)]
    [InlineData("안도", 1)]
    [InlineData("ㅇㅏㄴㄷㅗㅇ", 1)]
    [InlineData("가봉 안동", 1)]
    [InlineData("libreville", 1)]
    [InlineData("LIBRE", 1)]
    [InlineData("제줃", 0)]
    [InlineData("제주ㅌ", 2)]
    [InlineData("굴", 3)]
    [InlineData("sibenik", 2)]
    [InlineData("Šibenik", 2)]
    [InlineData("hrvatska jeju", 2)]
    [InlineData("lodz", 3)]
    [InlineData("2026-0003", 3)]
    [InlineData("부산", 0)]
    public void Words_find_what_was_meant(string words, int place) =>
        Assert.Equal(place == 0 ? [] : [RegisterNumber.Of(2026, place)], Search.Find(new(words)).Select(entry => entry.Number));

    [Fact]
    public void Nothing_asked_for_is_everything_newest_first() => Assert.Equal([Guro, Jeju, Andong], Search.Find(new(" ")));

    [Fact]
    public void Each_thing_asked_for_narrows()
    {
        Assert.Equal([Andong], Search.Find(new(Kind: MouKind.Sisterhood)));
        Assert.Equal([Jeju], Search.Find(new(Field: CooperationField.Tourism)));
        Assert.Equal([Guro], Search.Find(new(Status: RegisterStatus.Expired)));
        Assert.Equal([Guro, Jeju], Search.Find(new(Year: 2025)));
        Assert.Equal([Andong], Search.Find(new(Country: "GA")));
        Assert.Equal([Jeju], Search.Find(new(Office: Jeju.Tie.Office, Year: 2025, Region: "EUROPE")));
        Assert.Empty(Search.Find(new(Office: Jeju.Tie.Office, Year: 2024)));
        Assert.Equal([Guro], Search.Find(new(Office: new("Guro-new"))));
    }

    [Theory]
    [InlineData("각", "가구")]
    [InlineData("과", "고ㅏ")]
    [InlineData("STRASSE", "Straße")]
    [InlineData("e", "É")]
    public void Folded_words_contain_what_is_typed_of_them(string typed, string whole) =>
        Assert.Contains(FoldedWords.Of(typed), FoldedWords.Of(whole), StringComparison.Ordinal);

    [Theory]
    [InlineData("\ud800half")]
    [InlineData("‮bidi​")]
    [InlineData("🌏 Ville d’Évry—Courcouronnes")]
    public void Folding_again_changes_nothing(string words) => Assert.Equal(FoldedWords.Of(words), FoldedWords.Of(FoldedWords.Of(words)));

    [Fact]
    public void Figures_count_what_was_found_and_show_the_years_between()
    {
        var counts = RegisterCounts.Of([Andong, Jeju, Entry(4, "구로구", "Guro-gu", "Kraków", "PL", new(2021, 6, 1), tie => tie with { Region = null })]);

        Assert.Equal([("EUROPE", 2), ("", 1)], counts.Regions);
        Assert.Equal([(MouKind.Friendship, 2), (MouKind.Sisterhood, 1)], counts.Kinds);
        Assert.Equal([("GA", 1), ("HR", 1), ("PL", 1)], counts.Countries);
        Assert.Equal([(2021, 1), (2022, 0), (2023, 0), (2024, 1), (2025, 1)], counts.Years);
        Assert.Empty(RegisterCounts.Of([]).Years);
    }

    private static RegisterEntry Entry(int place, string korean, string english, string counterparty, string country, DateOnly signed, Func<RegisteredTie, RegisteredTie> but) => new(
        RegisterNumber.Of(2026, place), 1, RegisterCause.Imported, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, but(new(
            null, LocalizedText.Empty, new(english), LocalizedText.Of((Language.Korean, korean), (Language.English, english)),
            new(LocalizedText.Of((Language.English, counterparty)), country, LocalizedText.Empty), [], MouKind.Friendship, [], "EUROPE", signed, signed, null,
            RegisterStatus.InEffect, RegisteredDecisions.Unknown, [], [], [], null, null, null)));
}
