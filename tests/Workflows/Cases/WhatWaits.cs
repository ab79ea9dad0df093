using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Cases;

/// <summary>What waits to be carried out is counted as far as it helps, and it is said where that was not all.</summary>
public sealed class WhatWaits
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly WaitingCount _count = new(Now, Now.AddMinutes(-15));

    [Fact]
    public void Nothing_waits() => Assert.Equal((0, null, true, 0), (_count.Found.Overdue, _count.Found.Since, _count.Found.IsComplete, _count.Found.Longest.Count));

    [Fact]
    public void A_case_counts_once_by_its_oldest_change()
    {
        Assert.True(_count.TryAdd(new("a"), Now.AddMinutes(-14)));
        Assert.True(_count.TryAdd(new("a"), Now.AddMinutes(-16)));
        Assert.True(_count.TryAdd(new("a"), Now.AddMinutes(-1)));
        Assert.True(_count.TryAdd(new("b"), Now.AddMinutes(-3)));
        Assert.True(_count.TryAdd(new("c"), Now.AddMinutes(-20)));

        var found = _count.Found;

        Assert.Equal(["c", "a"], found.Longest.Select(one => one.Id.Value));
        Assert.Equal((2, Now.AddMinutes(-20), true), (found.Overdue, found.Since, found.IsComplete));
    }

    [Fact]
    public void Of_very_many_the_ones_that_have_waited_longest_are_named_and_counting_stops()
    {
        var rows = 0;
        while (_count.TryAdd(new($"m{rows:D6}"), Now.AddMinutes(-20 - rows))) rows++;

        var found = _count.Found;

        Assert.Equal((WaitingSurvey.MostCounted, false, WaitingSurvey.MostNamed), (found.Overdue, found.IsComplete, found.Longest.Count));
        Assert.Equal(found.Longest.Max(one => one.Since), found.Longest[^1].Since);
        Assert.Equal(Now.AddMinutes(-20 - rows + 1), found.Longest[0].Since);
    }

    [Fact]
    public void However_many_are_young_no_more_rows_are_read_than_the_bound()
    {
        var rows = 0;
        while (_count.TryAdd(new($"m{rows}"), Now.AddMinutes(-1))) rows++;

        Assert.Equal((WaitingSurvey.MostRows, 0, false), (rows, _count.Found.Overdue, _count.Found.IsComplete));
    }
}
