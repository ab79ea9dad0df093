using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Choices;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Tests.OfficePortal;

/// <summary>Whatever part of whichever name somebody types.</summary>
public sealed class FindingChoices
{
    private static readonly FoldedChoices choices = new(
        new[] { "경상북도|Gyeongsangbuk-do", "가봉|Gabon|Gabón", "코트디부아르|Côte d’Ivoire|Ivory Coast", "각시도|Gaksi", "강릉시|Gangneung-si" }.Select(names => names.Split('|'))
            .Select(names => (new Choice(names[0], LocalizedText.Of((Language.Korean, names[0])), LocalizedText.Empty), names.AsEnumerable())));

    [Theory]
    [InlineData("ㄱㅅㅂㄷ", "경상북도")]
    [InlineData("ㄳ", "각시도 경상북도")]
    [InlineData("경ㅅ", "경상북도")]
    [InlineData("가보", "가봉")]
    [InlineData("갑", "가봉")]
    [InlineData("ㄱㅂ", "가봉")]
    [InlineData("GABON", "가봉")]
    [InlineData("gabón", "가봉")]
    [InlineData("cote iv", "코트디부아르")]
    [InlineData("gang", "강릉시")]
    [InlineData("북도", "경상북도")]
    [InlineData("zzz", "")]
    public void Are_found_by(string typed, string found) => Assert.Equal(found, string.Join(' ', choices.Find(typed, 12).Select(choice => choice.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void Come_in_their_order_before_anything_is_typed() => Assert.Equal(["경상북도", "가봉"], choices.Find(" ", 2).Select(choice => choice.Id));

    [Fact]
    public void Come_first_where_they_begin_so() => Assert.Equal("가봉", choices.Find("가", 12)[0].Id);

    [Fact]
    public void Have_initials_in_Korean_alone() => Assert.Equal("ㄱㅅㅂㄷㄱ", FoldedWords.InitialsOf("경상북도 (Gyeongbuk) 구"));
}
