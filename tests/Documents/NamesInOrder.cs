using LocalDiplomacy.Documents.Texts;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Tests;

public sealed class NamesInOrder
{
    [Theory]
    [InlineData("ko", "리브르빌시", "경상북도", "경상북도와 리브르빌시 간 양해각서", "리브르빌시와 경상북도 간 양해각서")]
    [InlineData("ko", "부산광역시", "상트페테르부르크", "상트페테르부르크와 부산광역시 간", "부산광역시와 상트페테르부르크 간")]
    [InlineData("ko", "런던", "서울특별시", "서울특별시와 런던 간", "런던과 서울특별시 간")]
    [InlineData("ko", "런던", "서울특별시", "서울특별시·런던 우호협력", "런던·서울특별시 우호협력")]
    [InlineData("en", "City of Lyon", "Jeju", "between Jeju and the City of Lyon", "between the City of Lyon and Jeju")]
    [InlineData("en", "City of Lyon", "State of Texas", "The State of Texas and the City of Lyon will meet.", "The City of Lyon and the State of Texas will meet.")]
    [InlineData("fr", "Ville de Lyon", "Province de Jeju", "entre la Province de Jeju et la Ville de Lyon", "entre la Ville de Lyon et la Province de Jeju")]
    [InlineData("es", "Incheon", "Ciudad de Lima", "entre la Ciudad de Lima e Incheon", "entre Incheon y la Ciudad de Lima")]
    [InlineData("es", "Ciudad de Lima", "Incheon", "entre Incheon y la Ciudad de Lima", "entre la Ciudad de Lima e Incheon")]
    public void Names_side_by_side_are_exchanged(string language, string first, string second, string written, string printed)
    {
        Assert.Equal(printed, Alternat.Order(written, first, second, new(language)));
        Assert.Equal(printed, Alternat.Order(printed, first, second, new(language)));
    }

    [Theory]
    [InlineData("ko", "리브르빌시", "경상북도", "경상북도는 리브르빌시를 초청한다.")]
    [InlineData("en", "Lyon", "Jeju", "Jeju invites Lyon.")]
    [InlineData("en", "Lyon", "Jeju", "Jeju pays the travel and Lyon the stay.")]
    [InlineData("en", "Lyon", "Jeju", "North Jejus and Lyon")]
    [InlineData("fr", "Département du Rhône", "Ville de Lyon", "les maires de la Ville de Lyon et du Département du Rhône")]
    [InlineData("de", "Köln", "Jeju", "zwischen Jeju und Köln")]
    public void Where_the_order_says_something_or_cannot_be_told_the_text_stays(string language, string first, string second, string written) =>
        Assert.Equal(written, Alternat.Order(written, first, second, new(language)));

    [Theory]
    [InlineData(Side.LocalGovernment, null, "ko en fr")]
    [InlineData(Side.Counterparty, null, "fr ko en")]
    [InlineData(Side.Counterparty, "en", "en ko fr")]
    [InlineData(Side.Counterparty, "es", "fr ko en")]
    public void A_keepers_language_comes_first(Side keeper, string? signer, string languages) => Assert.Equal(
        languages.Split(' '),
        Alternat.Languages([Language.Korean, Language.English, Language.French], keeper, signer is null ? null : new Language(signer)).Select(language => language.Code));
}
