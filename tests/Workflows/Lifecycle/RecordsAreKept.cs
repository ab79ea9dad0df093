using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Until when a record is kept: from 1 January of the year after its end, for as long as its settings say.</summary>
public sealed class RecordsAreKept
{
    [Fact]
    public void From_the_year_after_the_end_on()
    {
        var ended = Sample.InStage[StageName.Terminated];

        Assert.Equal(new DateOnly(2026, 11, 2), Retention.CompletedOn(ended));
        Assert.Equal(new DateOnly(2056, 12, 31), Retention.LastDayOf(ended));
    }

    [Fact]
    public void By_the_settings_that_the_case_was_started_with()
    {
        var settings = Sample.EveryStep with { Kinds = [.. Sample.EveryStep.Kinds.Select(kind => kind with { RetentionYears = 5 })] };
        var withdrawn = Sample.After(Sample.CreateWithSteps with { Settings = settings }, Sample.Withdraw);

        Assert.Equal(new DateOnly(2031, 12, 31), Retention.LastDayOf(withdrawn));
    }

    [Theory]
    [InlineData(StageName.InEffect)]
    [InlineData(StageName.Draft)]
    public void A_case_that_lives_has_no_last_day(StageName stage) => Assert.Null(Retention.LastDayOf(Sample.InStage[stage]));

    [Fact]
    public void Without_a_period_it_is_kept_for_good() => Assert.Null(Retention.LastDayOf(Sample.InStage[StageName.Withdrawn]));

    [Fact]
    public void The_day_of_an_end_that_has_one_is_its_own()
    {
        var expired = Sample.InStage[StageName.Expired];
        Assert.Equal(((Stage.Expired)expired.Stage).On, Retention.CompletedOn(expired));
    }
}
