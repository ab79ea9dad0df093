using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class TheFilesOfData
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-06-30", 17, 226)]
    [InlineData("2026-07-01", 16, 227)]
    public void On_each_day_those_that_exist_are_there(string day, int provinces, int others)
    {
        var there = ReferenceFiles.LocalGovernments().Where(government => government.ExistsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ToList();

        Assert.Equal((provinces, others), (there.Count(government => government.Level == 1), there.Count(government => government.Level == 2)));
    }

    [Theory]
    [InlineData("28-중구", "28-제물포구", "28-영종구")]
    [InlineData("28-동구", "28-제물포구")]
    [InlineData("28-서구", "28-서해구", "28-검단구")]
    [InlineData("29", "12")]
    [InlineData("46", "12")]
    public void A_former_one_has_its_last_day_and_its_successors(string id, params string[] successors)
    {
        var all = ReferenceFiles.LocalGovernments();
        var former = all.Single(government => government.Id.Value == id);

        Assert.Equal(new DateOnly(2026, 6, 30), former.ValidTo);
        Assert.Equal(successors, former.Successors.Select(successor => successor.Value));
        Assert.All(former.Successors, successor => Assert.Equal(new DateOnly(2026, 7, 1), all.Single(government => government.Id == successor).ValidFrom));
    }

    [Fact]
    public void A_renamed_country_has_its_present_name_and_none_of_those_before()
    {
        var missions = ReferenceFiles.Missions();
        foreach (var (id, (now, before)) in CountryNames.Renamed)
        {
            Assert.DoesNotContain(now, before);
            if (missions.FirstOrDefault(mission => mission.Id.Value == id) is { } mission) Assert.Equal(now, mission.Country.In(Language.Korean));
            Assert.DoesNotContain(missions, mission => before.Contains(mission.Country.In(Language.Korean)) || before.Any(name => mission.Name.In(Language.Korean) == $"주한 {name} 대사관"));
        }

        Assert.Equal(("튀르키예", "북마케도니아"), (CountryNames.Renamed["TR"].Now, CountryNames.Renamed["MK"].Now));
    }

    [Fact]
    public void An_administrative_district_or_city_is_no_local_government()
    {
        var all = ReferenceFiles.LocalGovernments();

        Assert.Equal(41, AdministrativeUnits.All.Count);
        Assert.All(AdministrativeUnits.All, unit =>
        {
            Assert.Contains(all, government => government.Id == unit.PartOf);
            Assert.DoesNotContain(all, government => government.Parent == unit.Province && government.Name.In(Language.Korean) == unit.Name.In(Language.Korean));
        });
    }

    [Fact]
    public void Local_governments_have_ids_of_their_own()
    {
        var all = ReferenceFiles.LocalGovernments();

        Assert.Equal(all.Count, all.Select(government => government.Id).Distinct().Count());
        Assert.Equal("경상북도", all.Single(government => government.Id.Value == "47").Name.In(Language.Korean));
        Assert.Equal("Andong-si", all.Single(government => government.Id.Value == "47-안동시").Name.In(Language.English));
        Assert.Equal(5, all.Count(government => government.ExistsOn(Today) && government.Id.Value.EndsWith("-중구", StringComparison.Ordinal)));
        Assert.Equal(2, all.Count(government => government.Name.In(Language.Korean) == "고성군"));
        Assert.Equal(new DateOnly(2026, 7, 1), all.Single(government => government.Id.Value == "28-검단구").ValidFrom);
    }

    [Fact]
    public void Each_level_two_government_lies_in_one_of_level_one()
    {
        var all = ReferenceFiles.LocalGovernments();
        var provinces = all.Where(government => government.Level == 1 && government.ExistsOn(Today)).Select(government => government.Id).ToHashSet();

        Assert.All(all.Where(government => government.Level == 2), government => Assert.Contains(government.Parent!.Value, provinces));
    }

    [Fact]
    public void Missions_have_names_in_every_language_of_pages_and_a_time_zone_that_is_one()
    {
        var all = ReferenceFiles.Missions();

        Assert.Equal(all.Count, all.Select(mission => mission.Id).Distinct().Count());
        Assert.All(all, mission =>
        {
            Assert.Equal(4, mission.Name.ByLanguage.Count);
            Assert.Equal(4, mission.Country.ByLanguage.Count);
            Assert.Contains(mission.Language, Language.OfPages);
            Assert.StartsWith("주한 ", mission.Name.In(Language.Korean), StringComparison.Ordinal);
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(mission.TimeZone!, out _), mission.TimeZone);
        });
    }

    [Theory]
    [InlineData("GA", "주한 가봉 대사관", "Embassy of Gabon", "Ambassade du Gabon", "Embajada de Gabón")]
    [InlineData("DO", "주한 도미니카공화국 대사관", "Embassy of the Dominican Republic", "Ambassade de la République dominicaine", "Embajada de la República Dominicana")]
    [InlineData("EU", "주한 유럽연합 대표부", "Delegation of the European Union", "Délégation de l'Union européenne", "Delegación de la Unión Europea")]
    public void Missions_are_called_as_they_call_themselves(string id, string korean, string english, string french, string spanish)
    {
        var mission = ReferenceFiles.Missions().Single(mission => mission.Id.Value == id);

        Assert.Equal([korean, english, french, spanish], Language.OfPages.Select(mission.Name.In));
    }
}
