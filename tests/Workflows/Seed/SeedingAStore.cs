using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Seed;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Workflows.Tests.Seed;

/// <summary>A store that is filled with made-up MOUs holds what one that grew would.</summary>
public sealed class SeedingAStore : IAsyncLifetime
{
    private const int Mous = 80;
    private readonly Association _association = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public void The_country_comes_to_all_stages_and_three_in_ten_live()
    {
        var (world, now) = (new SeedWorld(ReferenceFiles.LocalGovernments(), ReferenceFiles.Missions()), new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        var stories = Enumerable.Range(0, 2000).Select(i => SeedScript.Play(new($"m{i}"), new("other"), world, new Random(i), now).Story).ToList();

        Assert.Equal(Enum.GetValues<StageName>().Except([StageName.NotBegun]), stories.Select(story => story.Mou.Stage.Name).Distinct().Order());
        Assert.InRange(stories.Count(story => !story.Mou.Stage.IsEnd), 500, 700);
        Assert.All(stories, story => Assert.True(story.Events[^1].At <= now));
        Assert.All(stories, story => Assert.False(WhatFellDue.Next(story.Mou) <= now));
        Assert.All(stories, story => Assert.InRange(story.Events.Count, 1, 95));
    }

    [Fact]
    public async Task Its_cases_chains_lists_and_register_agree()
    {
        await SeedAsync("--mous", $"{Mous}");

        var partition = _association.Get<CasePartition>();
        var ids = await partition.AllAsync(CancellationToken.None);
        Assert.Equal(Mous, ids.Count);
        var register = await _association.Get<RegisterBook>().LoadAsync();
        foreach (var id in ids)
        {
            var (mou, chain) = ((await partition.FindAsync(id, CancellationToken.None))!.Mou, await partition.ChainAsync(id, int.MaxValue, CancellationToken.None));
            Assert.Equal(mou.Version, chain.Count);
            Assert.Equal(StoredJson.Of(mou), StoredJson.Of(MouLifecycle.Replay(id, chain.Select(link => StoredJson.Read<RecordedEvent>(link.Json)))));
            Assert.Equal(mou.Stage.Given is not null, register.NumberOf(id) is not null);
            Assert.Equal(register.NumberOf(id), await partition.FindRegisterNumberAsync(id, CancellationToken.None));
            Assert.Contains((await _association.Get<CaseLists>().OfOfficeAsync(mou.Office, null, 100)).Items, row => row.Id == id);
        }

        Assert.Equal(ids.Order(new ById()), (await _association.Get<CaseIndex>().ReadAsync()).Rows(new()).Select(row => row.Id).Order(new ById()));
        Assert.Equal(0, (await _association.Get<RegisterRebuild>().RunAsync()).Entries);
    }

    [Fact]
    public async Task Orchestrations_of_what_lives_begin_with_the_program_and_wait()
    {
        await SeedAsync("--mous", $"{Mous}");
        await _association.StartEngineAsync();
        await _association.Get<ReNudge>().RunAsync(_association.Engine);

        var live = (await _association.Get<CaseIndex>().ReadAsync()).Rows(new()).Where(row => row.WaitedOn != WaitedOn.Nobody).ToList();
        Assert.NotEmpty(live);
        await Patience.UntilAsync(async () => (await _association.Get<Nudges>().OlderThanAsync(TimeSpan.Zero, CancellationToken.None)).Count == 0);
        foreach (var row in live)
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await _association.Engine.GetInstanceAsync(row.Id.Value))!.RuntimeStatus);
        Assert.Empty(_association.MailService.Arrived);
    }

    [Fact]
    public async Task A_store_with_cases_is_not_mixed_with_made_up_ones_unless_it_is_meant()
    {
        await SeedAsync("--mous", $"{Mous}");

        var refused = await Assert.ThrowsAsync<HostAbortedException>(() => SeedAsync("--mous", "5"));
        Assert.Contains("--add", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Mous} of them were there already", await SeedAsync("--mous", $"{Mous}", "--add"), StringComparison.Ordinal);
        Assert.Equal(Mous, (await _association.Get<CaseIndex>().ReadAsync()).Count);
        await SeedAsync("--mous", "5", "--random-seed", "2", "--add");
        Assert.Equal(Mous + 5, (await _association.Get<CaseIndex>().ReadAsync()).Count);
    }

    [Theory]
    [InlineData("It needs a number of MOUs.")]
    [InlineData("'--mous' needs a number from 1 to 1000000.", "--mous")]
    [InlineData("'--mous' needs a number from 1 to 1000000.", "--mous", "0")]
    [InlineData("'--random-seed' needs a number", "--mous", "3", "--random-seed", "x")]
    [InlineData("'--all' is none of its options.", "--all")]
    public async Task What_it_does_not_understand_it_says(string said, params string[] arguments) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<HostAbortedException>(() => SeedAsync(arguments))).Message, StringComparison.Ordinal);

    private async Task<string> SeedAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        await _association.Get<IServiceProvider>().GetRequiredKeyedService<Command>("seed")(arguments, output, CancellationToken.None);
        return output.ToString();
    }

    private sealed class ById : IComparer<MouId>
    {
        public int Compare(MouId x, MouId y) => string.CompareOrdinal(x.Value, y.Value);
    }
}
