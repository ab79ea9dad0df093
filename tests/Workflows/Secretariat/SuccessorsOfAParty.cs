using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;

namespace LocalDiplomacy.Workflows.Tests.Secretariat;

public sealed class SuccessorsOfAParty
{
    private static readonly DateOnly Merger = new(2026, 7, 1);

    private static readonly IReadOnlyList<LocalGovernment> All =
    [
        Government("old-a", null, Merger.AddDays(-1)) with { Successors = [new("new-b"), new("new-c")] },
        Government("new-b", Merger, null), Government("new-c", Merger, null), Government("other", null, null), Government("gone", null, Merger.AddDays(-1)),
    ];

    [Fact]
    public void Are_those_on_record_and_no_others() => Assert.Equal(["new-b", "new-c"], Ids("old-a", Merger));

    [Fact]
    public void Are_any_other_of_the_day_where_none_is_on_record()
    {
        Assert.Equal(["other"], Ids("old-a", Merger.AddDays(-1)).Except(["gone"]));
        Assert.Equal(["new-b", "new-c", "other"], Ids("gone", Merger));
    }

    private static IEnumerable<string> Ids(string office, DateOnly on) => Successors.Of(new(office), on, All).Select(one => one.Id.Value);

    private static LocalGovernment Government(string id, DateOnly? from, DateOnly? to) => new(new(id), 2, LocalizedText.Of((Language.English, id)), from, to);
}
