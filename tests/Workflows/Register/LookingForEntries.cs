using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Tests.Register;

/// <summary>Finding entries by words in any language, and by what they are.</summary>
public sealed class LookingForEntries
{
    private static readonly RegisterEntry Andong = Entry(1, "안동시", "Andong-si", "Ville de Libreville", "GA", new(2024, 5, 1)) with { Kind = MouKind.Sisterhood };
    private static readonly RegisterEntry Jeju = Entry(2, "제주특별자치도", "Jeju-do", "Šibenik (Hrvatska)", "HR", new(2025, 5, 1)) with { Fields = [CooperationField.Tourism] };
    private static readonly RegisterEntry Guro = Entry(3, "구로구", "Guro-gu", "Łódź", "PL", new(2025, 6, 1)) with { Status = RegisterStatus.Expired };
    private static readonly RegisterSearch Search = new([Andong, Jeju, Guro], entry => entry.Counterparty.Country == "GA" ? ["가봉", "Gabon"] : []);

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
        Assert.Equal([Jeju], Search.Find(new(Office: Jeju.Office, Year: 2025, Region: "EUROPE")));
        Assert.Empty(Search.Find(new(Office: Jeju.Office, Year: 2024)));
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

    private static RegisterEntry Entry(int place, string korean, string english, string counterparty, string country, DateOnly signed) => new(
        RegisterNumber.Of(2026, place), null, LocalizedText.Empty, new(english), LocalizedText.Of((Language.Korean, korean), (Language.English, english)),
        new(LocalizedText.Of((Language.English, counterparty)), country, LocalizedText.Empty), [], MouKind.Friendship, [], "EUROPE", signed, signed, null,
        RegisterStatus.InEffect, new(null, null), [], [], null, null, null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1);
}
