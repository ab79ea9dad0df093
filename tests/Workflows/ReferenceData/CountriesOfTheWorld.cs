using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

/// <summary>data/countries.csv.</summary>
public sealed class CountriesOfTheWorld
{
    private static IEnumerable<Country> OnTheMap => Countries.All.Values.Where(country => country.Tile is not null);

    [Fact]
    public void Have_each_a_code_and_a_name_of_its_own_in_every_language_of_pages()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.All(Countries.All.Values, country =>
        {
            Assert.Matches("^[A-Z]{2}$", country.Code);
            Assert.All(Language.OfPages, language => Assert.NotEmpty(country.Name.ByLanguage[language].Trim()));
        });
        foreach (var language in Language.OfPages)
            Assert.Empty(Countries.All.Values.GroupBy(country => FoldedWords.Of(country.Name.In(language))).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Have_the_names_of_the_missions()
    {
        foreach (var mission in ReferenceFiles.Missions().Where(mission => mission.Id.Value != "EU"))
            Assert.Equal(mission.Country, Countries.NameOf(mission.Id.Value));
    }

    [Fact]
    public void A_code_that_nobody_has_is_its_own_name() => Assert.Equal("QQ", Countries.NameOf("QQ").In(Language.Korean));

    [Fact]
    public void No_two_stand_on_one_tile_and_whoever_has_a_mission_in_Seoul_has_one()
    {
        Assert.Empty(OnTheMap.GroupBy(country => country.Tile).Where(same => same.Count() > 1).Select(same => string.Join(' ', same.Select(country => country.Code))));
        Assert.All(OnTheMap, country => Assert.True(country.Tile is { Column: >= 0 and < 30, Row: >= 0 and < 18 }, country.Code));
        Assert.Empty(ReferenceFiles.Missions().Select(mission => mission.Id.Value).Except(OnTheMap.Select(country => country.Code)).Except(["EU"]));
    }

    [Theory]
    [InlineData("PT ES FR DE PL UA KZ CN KR JP")]
    [InlineData("US CU MA EG SA PK IN TH PH")]
    [InlineData("PE BR AO ZM MG AU NZ")]
    public void They_stand_from_west_to_east(string codes) => InOrder(codes, tile => tile.Column);

    [Theory]
    [InlineData("CA US MX GT NI PA CO PE CL AR")]
    [InlineData("NO DK DE IT MT DZ NE NG GA NA ZA LS")]
    [InlineData("RU MN CN NP IN LK ID AU NZ")]
    public void And_from_north_to_south(string codes) => InOrder(codes, tile => tile.Row);

    private static void InOrder(string codes, Func<Tile, int> along)
    {
        var places = codes.Split(' ').Select(code => along(Countries.All[code].Tile!)).ToList();
        Assert.Equal(places.Distinct().Order(), places);
    }
}
