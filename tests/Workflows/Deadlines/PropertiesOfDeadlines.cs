using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>What holds for every deadline, tried on many from fixed seeds.</summary>
public sealed class PropertiesOfDeadlines
{
    private const int Rounds = 2_000;
    private static readonly DateTimeOffset Begin = new(2014, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_later_start_never_ends_earlier(int seed) => Many(seed, (random, terms) =>
    {
        var later = terms with { Start = terms.Start with { At = terms.Start.At.AddMinutes(random.Next(60 * 24 * 40)) } };
        Assert.True(Period.Of(later).EndsAt >= Period.Of(terms).EndsAt, $"{terms} against {later}");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_time_never_ends_earlier(int seed) => Many(seed, (random, terms) =>
    {
        var longer = terms with { Length = new(terms.Length.Count + random.Next(1, 5), terms.Length.Unit) };
        Assert.True(Period.Of(longer).EndsAt >= Period.Of(terms).EndsAt, $"{terms} against {longer}");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_change_ends_earlier(int seed) => Many(seed, (random, terms) =>
    {
        var before = Period.Of(terms);
        var after = Period.Of(terms with { Changes = [.. terms.Changes, Change(random, terms)] });
        Assert.True(after.EndsAt >= before.EndsAt, $"{terms}");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_end_is_always_a_working_day_and_behind_the_start(int seed) => Many(seed, (_, terms) =>
    {
        var deadline = Period.Of(terms);
        Assert.True(WorkingDays.IsWorkingDay(deadline.LastDay), $"{deadline.LastDay}");
        Assert.True(deadline.LastDay > SeoulTime.DayOf(terms.Start.At));
        Assert.Equal(SeoulTime.EndOf(deadline.LastDay), deadline.EndsAt);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Counting_again_changes_nothing(int seed) => Many(seed, (_, terms) =>
    {
        var deadline = Period.Of(terms);
        Assert.Equal(deadline, Period.Recount(deadline));
        Assert.Equal(deadline.LastDay, WorkingDays.OnOrAfter(deadline.LastDay));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_explanation_tells_each_day_once_and_its_count_is_the_period(int seed) => Many(seed, (_, terms) =>
    {
        var (deadline, explained) = (Period.Of(terms), DeadlineExplanation.Of(terms));
        var days = explained.Days;

        Assert.Equal(deadline.LastDay, explained.EndsOn);
        Assert.Equal(deadline.LastDay, Assert.Single(days, day => day.IsLast).Day);
        Assert.Equal(Enumerable.Range(0, days.Count).Select(shift => SeoulTime.DayOf(terms.Start.At).AddDays(shift)), days.Select(day => day.Day));
        Assert.Single(days, day => day.Standing is DayStanding.FirstDay);
        Assert.Equal(days.Skip(1).Count(day => day.Closed.Count == 0), explained.WorkingDays);
        Counts(terms.Length, days.Where(day => day.Change is null or Restarted));
        foreach (var extended in terms.Changes.OfType<Extended>())
            Counts(extended.By, days.Where(day => ReferenceEquals(day.Change, extended)));
    });

    private static void Counts(PeriodLength length, IEnumerable<ExplainedDay> days)
    {
        var counted = days.Where(day => day.Standing is DayStanding.Counted).ToList();
        Assert.Equal(Enumerable.Range(1, counted.Count), counted.Select(day => day.Number!.Value));
        if (length.Unit is PeriodUnit.Days or PeriodUnit.WorkingDays) Assert.Equal(length.Count, counted.Count);
        else Assert.InRange(counted.Count, length.Count * (length.Unit is PeriodUnit.Months ? 28 : 365) - 1, length.Count * (length.Unit is PeriodUnit.Months ? 31 : 366));
        if (length.Unit is PeriodUnit.WorkingDays) Assert.All(counted, day => Assert.Empty(day.Closed));
    }

    private static void Many(int seed, Action<Random, DeadlineTerms> holds)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++) holds(random, Terms(random));
    }

    private static DeadlineTerms Terms(Random random)
    {
        var terms = new DeadlineTerms(new(Begin.AddMinutes(random.Next(60 * 24 * 365 * 16)), StartCause.Sent), Length(random), []);
        for (var changes = random.Next(4); changes > 0; changes--) terms = terms with { Changes = [.. terms.Changes, Change(random, terms)] };
        return terms;
    }

    private static PeriodLength Length(Random random) => (PeriodUnit)random.Next(4) switch
    {
        PeriodUnit.Days => PeriodLength.Days(random.Next(1, 70)),
        PeriodUnit.WorkingDays => PeriodLength.WorkingDays(random.Next(1, 25)),
        PeriodUnit.Months => PeriodLength.Months(random.Next(1, 14)),
        _ => PeriodLength.Years(random.Next(1, 4)),
    };

    /// <summary>Near the end that stands, so that it matters.</summary>
    private static DeadlineChange Change(Random random, DeadlineTerms terms)
    {
        var near = Period.Of(terms).EndsAt.AddMinutes(-random.Next(60 * 24 * 4));
        return random.Next(3) switch
        {
            0 => new Extended(near, Length(random), ExtendedBy.Desk, $"reason {random.Next()}"),
            1 => new Interrupted(near, near.AddMinutes(random.Next(1, 60 * 24 * 6))),
            _ => new Restarted(near, StartCause.Resent),
        };
    }
}
