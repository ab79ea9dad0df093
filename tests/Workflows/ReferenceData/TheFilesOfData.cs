using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class TheFilesOfData
{
    [Fact]
    public void Local_governments_have_ids_of_their_own()
    {
        var all = ReferenceFiles.LocalGovernments();

        Assert.Equal(all.Count, all.Select(government => government.Id).Distinct().Count());
        Assert.Equal("경상북도", all.Single(government => government.Id.Value == "47").Name.In(Language.Korean));
        Assert.Equal("Andong-si", all.Single(government => government.Id.Value == "47-안동시").Name.In(Language.English));
        Assert.Equal(5, all.Count(government => government.Id.Value.EndsWith("-중구", StringComparison.Ordinal)));
        Assert.Equal(new DateOnly(2026, 7, 1), all.Single(government => government.Id.Value == "28-검단구").ValidFrom);
    }

    [Fact]
    public void Each_level_two_government_lies_in_one_of_level_one()
    {
        var all = ReferenceFiles.LocalGovernments();
        var provinces = all.Where(government => government.Level == 1).Select(government => government.Id.Value).ToHashSet();

        Assert.All(all.Where(government => government.Level == 2), government => Assert.Contains(government.Id.Value.Split('-')[0], provinces));
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
