using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Tests.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lists;

/// <summary>What a process keeps of thousands of cases says after any changes the same as if they were looked through one by one.</summary>
public sealed class ManyCases
{
    private static readonly Dictionary<MouId, OrchestrationStanding> NothingSeen = [];
    private readonly Random _random = new(2027);
    private readonly Dictionary<MouId, IndexedCase> _there = [];
    private IndexView _view = IndexView.Empty;

    [Fact]
    public void However_they_come_change_and_go_all_are_found_in_order_and_counted()
    {
        Change(added: 3000, changed: 0, gone: 0);
        for (var round = 0; round < 40; round++)
        {
            Change(added: _random.Next(30), changed: _random.Next(60), gone: _random.Next(8));
            IsRight();
        }

        Change(added: 0, changed: 2500, gone: 300);
        IsRight();
        Change(added: 0, changed: 0, gone: _there.Count);
        Assert.Equal((0, 0), (_view.Count, _view.Overview.Total));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Page_after_page_is_the_whole_list(int limit)
    {
        Change(added: 300, changed: 0, gone: 0);
        foreach (var query in new CaseQuery[] { new(), new(Stage: StageName.UnderReview), new(WaitedOn: WaitedOn.Embassy), new(DueFrom: new(2020, 1, 1)) })
        {
            var paged = new List<MouId>();
            for (string? cursor = null; ;)
            {
                var page = _view.Find(query, cursor, limit);
                paged.AddRange(page.Items.Select(row => row.Id));
                Assert.Equal(_view.Rows(query).Count(), page.Total);
                if ((cursor = page.Next) is null) break;
            }

            Assert.Equal(_view.Rows(query).Select(row => row.Id), paged);
        }
    }

    [Fact]
    public void A_cursor_that_no_list_gave_out_is_refused() =>
        Assert.Throws<BadCursorException>(() => _view.Find(new(), Cursor.Of("9999999999999999999-a"), 5));

    [Fact]
    public void What_was_seen_otherwise_is_counted_as_it_was_seen()
    {
        Change(added: 2000, changed: 0, gone: 0);
        var seen = _there.Keys.Take(3).ToDictionary(id => id, _ => OrchestrationStanding.Failed);
        seen[new("of-no-case")] = OrchestrationStanding.Failed;

        var overview = _view.With([], seen).Overview;

        Assert.Equal(3, overview.Orchestrations[OrchestrationStanding.Failed]);
        Assert.Equal(2000, overview.Orchestrations.Values.Sum());
    }

    private void IsRight()
    {
        var all = _there.Values.OrderByDescending(one => one.Created).ThenBy(one => one.Id.Value, StringComparer.Ordinal).ToList();
        Assert.Equal(all.Select(one => one.Id), _view.All.Select(one => one.Id));
        var overview = _view.Overview;
        foreach (var stage in Enum.GetValues<StageName>()) Assert.Equal(all.Count(one => one.Stage == stage), overview.In(stage));
        foreach (var whom in Enum.GetValues<WaitedOn>()) Assert.Equal(all.Count(one => one.WaitedOn == whom), overview.WaitingOn(whom));
        Assert.Equal(all.Count(one => one.Overdue), overview.Overdue);
        foreach (var (whom, longest) in overview.Longest) Assert.Equal(all.Where(one => one.WaitedOn == whom).Min(one => one.Since), longest.Since.UtcTicks);
        Assert.Equal(
            all.SelectMany(one => one.Asked).GroupBy(one => one).ToDictionary(same => same.Key, same => same.Count()), overview.Embassies.ToDictionary(one => one.Party, one => one.Count));
        var then = Sample.Start.AddDays(_random.Next(400));
        Assert.Equal(all.Count(one => one.Changed >= then.UtcTicks), _view.ChangedSince(then));
    }

    private void Change(int added, int changed, int gone)
    {
        var changes = new Dictionary<MouId, (IndexedCase? Before, IndexedCase? Now)>();
        foreach (var one in _there.Values.OrderBy(_ => _random.Next()).Take(gone).ToList()) changes[one.Id] = (one, null);
        foreach (var one in _there.Values.OrderBy(_ => _random.Next()).Take(changed).Where(one => !changes.ContainsKey(one.Id)).ToList())
            changes[one.Id] = (one, Case(one.Id, new DateTimeOffset(one.Created, TimeSpan.Zero)));
        for (var number = 0; number < added; number++)
        {
            var id = new MouId($"m{_random.NextInt64():x}");
            // Some at the same moment: their ids tell them apart.
            changes[id] = (null, Case(id, Sample.Start.AddHours(_random.Next(200))));
        }

        _view = _view.With([.. changes.Values], NothingSeen);
        foreach (var (id, change) in changes)
            if (change.Now is { } now) _there[id] = now;
            else _there.Remove(id);
    }

    private IndexedCase Case(MouId id, DateTimeOffset created)
    {
        var whom = Enum.GetValues<WaitedOn>()[_random.Next(Enum.GetValues<WaitedOn>().Length)];
        var row = Summary.Of(Sample.InStage[StageName.Draft]) with
        {
            Id = id,
            CreatedAt = created,
            ChangedAt = Sample.Start.AddDays(_random.Next(400)),
            Since = Sample.Start.AddMinutes(_random.Next(100_000)),
            Stage = Enum.GetValues<StageName>()[_random.Next(1, Enum.GetValues<StageName>().Length)],
            WaitedOn = whom,
            Mission = new(_random.Next(2) == 0 ? "FR" : "GA"),
            Asked = null,
            Overdue = _random.Next(5) == 0,
            NextDue = _random.Next(3) == 0 ? null : Sample.Start.AddDays(_random.Next(50)),
        };
        return new(row, System.Text.Encoding.UTF8.GetBytes(Workflows.Cases.StoredJson.Of(row)));
    }
}
