using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>Every deadline that the lifecycle gives can be explained, from its start through all that moved it.</summary>
public sealed class DeadlinesOfAnMou
{
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(3);

    public static TheoryData<StageName> Stages => [.. Sample.InStage.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Are_the_count_of_their_own_terms(StageName stage) => Assert.All(MouLifecycle.RunningIn(Sample.InStage[stage].Stage), IsExplained);

    [Fact]
    public void Run_in_the_stages_that_have_one() => Assert.Equal(
        [StageName.InternalApproval, StageName.CentralReview, StageName.UnderReview, StageName.Agreed, StageName.Signed],
        Sample.InStage.Where(pair => MouLifecycle.RunningIn(pair.Value.Stage).Count > 0).Select(pair => pair.Key));

    [Theory]
    [InlineData(false, ExtendedBy.Office)]
    [InlineData(true, ExtendedBy.Desk)]
    public void Say_who_gave_more_time_and_why(bool desk, ExtendedBy who)
    {
        var mou = Sample.Carry(
            Sample.InStage[StageName.UnderReview], new MouCommand.ExtendDeadline(Reminder.Review, 14, "A holiday in Libreville."),
            Sample.ActorIn(desk ? Role.Desk : Role.Drafter), Later);

        var extended = Assert.IsType<DeadlineChange.Extended>(Assert.Single(Review(mou).Terms!.Changes));
        Assert.Equal((who, "A holiday in Libreville.", PeriodLength.Days(14), Later), (extended.Who, extended.Reason, extended.By, extended.At));
        Assert.All(MouLifecycle.RunningIn(mou.Stage), IsExplained);
    }

    [Fact]
    public void Count_from_the_arrival_once_it_is_known()
    {
        var sent = Sample.InStage[StageName.UnderReview];
        var arrived = Sample.Carry(sent, new MouCommand.RecordArrival(LinkHolder.Reviewer, Later), Later);

        Assert.Equal(StartCause.Sent, Review(sent).Terms!.Start.Cause);
        Assert.Equal(new PeriodStart(Later, StartCause.Arrived), Review(arrived).Terms!.Start);
        Assert.Equal(SeoulTime.DayOf(Later).AddDays(32), Review(arrived).LastDay); // 5 December 2026 is a Saturday
    }

    [Fact]
    public void Get_the_days_of_a_hold_back_and_say_so()
    {
        var released = Sample.Carry(Sample.InStage[StageName.OnHold], new MouCommand.Release("The successor is known."), Later);

        Assert.Equal(ExtendedBy.Hold, Assert.IsType<DeadlineChange.Extended>(Assert.Single(Review(released).Terms!.Changes)).Who);
        Assert.All(MouLifecycle.RunningIn(released.Stage), IsExplained);
    }

    private static Deadline Review(Mou mou) => MouLifecycle.RunningIn(mou.Stage).Single(running => running.Matter is Reminder.Review).By;

    private static void IsExplained(RunningDeadline running)
    {
        Assert.NotNull(running.By.Terms);
        Assert.Equal(running.By, Period.Of(running.By.Terms));
        Assert.Equal(running.By.LastDay, DeadlineExplanation.Of(running.By.Terms).EndsOn);
    }
}
