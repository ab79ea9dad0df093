using System.Text.Json.Nodes;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Workflows.Tests.Operators;

/// <summary>The operators' commands on a store of a few cases.</summary>
public sealed class AdminCommands : IAsyncLifetime
{
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task List_finds_as_the_desk_does_and_gives_json_to_programs()
    {
        var sent = await _association.BeginAsync(Sample.Submit);
        await _association.BeginAsync();

        var found = JsonNode.Parse(await AdminAsync("list", "--stage", "under-review", "--embassy=ga", "--json"))!;

        Assert.Equal([sent.Id.Value], found["items"]!.AsArray().Select(row => (string)row!["id"]!));
        Assert.Contains(sent.Id.Value, await AdminAsync("list", "--words", "우호"), StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Id.Value, await AdminAsync("list", "--stage", "draft"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_what_happened_and_what_is_left_and_gives_no_address_away()
    {
        var mou = await _association.BeginAsync(Sample.Submit);

        var shown = JsonNode.Parse(await AdminAsync("show", mou.Id.Value, "--json"))!;

        Assert.Equal(["DraftCreated", "DraftSubmitted"], shown["events"]!.AsArray().Select(one => (string)one!["what"]!));
        Assert.NotEmpty(shown["leftToDo"]!.AsArray());
        Assert.DoesNotContain(Sample.Gabon.Address.Value, await AdminAsync("show", mou.Id.Value), StringComparison.Ordinal);
        await RefusedAsync(1, "There is no case nothing.", "show", "nothing");
    }

    [Fact]
    public async Task Nudge_leaves_what_the_program_finds_again()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var nudges = _association.Get<Nudges>();
        await nudges.SettleAsync(await nudges.OfCaseAsync(mou.Id, CancellationToken.None), mou.Version, CancellationToken.None);

        await AdminAsync("nudge", mou.Id.Value);

        Assert.Equal(mou.Version, Assert.Single(await nudges.OfCaseAsync(mou.Id, CancellationToken.None)).Version);
        Assert.Contains("0000000002-lists", await AdminAsync("retry", mou.Id.Value), StringComparison.Ordinal);
        foreach (var effect in await _association.Cases.LeftToDoAsync(mou.Id)) await _association.Get<CasePartition>().RemoveEffectAsync(mou.Id, effect, CancellationToken.None);
        await RefusedAsync(1, "nothing to try again", "retry", mou.Id.Value);
    }

    [Fact]
    public async Task Verify_finds_an_event_that_somebody_changed()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.BeginAsync();
        // The sample's texts are hashes of nothing.
        await RefusedAsync(1, "2 of 2 cases do not hold", "verify");
        var table = await _association.Get<Tables>().OpenAsync(Tables.Mous, CancellationToken.None);
        var row = (await table.FindAsync(mou.Id.Value, CaseRows.NameOfEvent(1), CancellationToken.None))!;
        row["Json0"] = ((string)row["Json0"]).Replace("우호협력", "자매결연", StringComparison.Ordinal);
        Assert.True(await table.TryReplaceAsync(row, CancellationToken.None));

        var (_, output) = await RefusedAsync(1, "1 of 1 cases do not hold", "verify", mou.Id.Value);

        Assert.Contains("Event 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_reports_what_differs_and_mends_it()
    {
        var (a, b) = (await _association.BeginAsync(Sample.Submit), await _association.BeginAsync());
        await AdminAsync("rebuild");
        Assert.Contains("say what their events say", await AdminAsync("rebuild", "--check"), StringComparison.Ordinal);
        var index = _association.Get<CaseIndex>();
        await index.RemoveAsync(a.Id, CancellationToken.None);
        await index.WriteAsync([Summary.Of(b) with { Stage = StageName.Agreed }, Summary.Of(b) with { Id = new("stray") }], anew: true, CancellationToken.None);
        await _association.Get<CaseLists>().RemoveAsync(Summary.Of(b), CancellationToken.None);
        await _association.Get<OfficeIndex>().LeaveAsync(b.Office, Summary.Of(b) with { Version = 99 }, CancellationToken.None);

        var (_, checkedOnly) = await RefusedAsync(3, "nothing was changed", "rebuild", "--check", "--json");
        var differences = JsonNode.Parse(checkedOnly)!["differences"]!.AsArray().Select(one => $"{one!["list"]} {one["of"]} {one["what"]}").ToList();
        Assert.Equal(
            new[] { $"index {a.Id} missing", $"index {b.Id} other", "index stray stray", $"lists {b.Id} other", "office 47 other" }.Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
        await AdminAsync("rebuild");

        Assert.Contains("say what their events say", await AdminAsync("rebuild", "--check"), StringComparison.Ordinal);
        Assert.Equal(2, (await index.ReadAsync()).Count);
    }

    /// <summary>Each list is broken in each way that it can be, one after the other: said, mended, and well again.</summary>
    [Theory]
    [InlineData("index missing")]
    [InlineData("index other")]
    [InlineData("index stray")]
    [InlineData("lists missing")]
    [InlineData("lists other")]
    [InlineData("lists stray")]
    [InlineData("lists elsewhere")]
    [InlineData("office missing")]
    [InlineData("office other")]
    [InlineData("office count")]
    [InlineData("office stray")]
    public async Task Rebuild_mends_every_list_that_somebody_broke(string how)
    {
        var (a, b) = (await _association.BeginAsync(Sample.Submit), await _association.BeginAsync());
        await AdminAsync("rebuild");
        await BreakAsync(how, a, b);
        var (_, said) = await RefusedAsync(3, "nothing was changed", "rebuild", "--check", "--json");
        var list = how.Split(' ')[0];
        Assert.All(JsonNode.Parse(said)!["differences"]!.AsArray(), one => Assert.Equal(list, (string?)one!["list"]));
        Assert.NotEmpty(JsonNode.Parse(said)!["differences"]!.AsArray());

        Assert.Contains("mended", await AdminAsync("rebuild"), StringComparison.Ordinal);

        Assert.Contains("say what their events say", await AdminAsync("rebuild", "--check"), StringComparison.Ordinal);
        Assert.Equal([a.Id, b.Id], (await _association.Get<CaseIndex>().ReadAsync()).Rows(new()).Select(row => row.Id).OrderBy(id => id == b.Id));
        Assert.Equal(2, (await _association.Get<CaseLists>().OfOfficeAsync(a.Office, null, 100)).Items.Count);
        Assert.Equal(2, (await _association.Get<OfficeIndex>().CountsAsync(a.Office))["recent"]);
    }

    private async Task BreakAsync(string how, Mou a, Mou b)
    {
        var (index, lists, offices) = (_association.Get<CaseIndex>(), _association.Get<CaseLists>(), _association.Get<OfficeIndex>());
        var (row, none) = (Summary.Of(b), CancellationToken.None);
        var table = await _association.Get<Tables>().OpenAsync(Tables.CaseIndex, none);
        switch (how)
        {
            case "index missing": await index.RemoveAsync(a.Id, none); break;
            case "index other": await index.WriteAsync([row with { Stage = StageName.Agreed }], anew: true, none); break;
            case "index stray": await index.WriteAsync([row with { Id = new("stray") }], anew: true, none); break;
            case "lists missing": await lists.RemoveAsync(row, none); break;
            case "lists other": await lists.AddAsync([row with { Stage = StageName.Agreed }], none); break;
            case "lists stray": await lists.AddAsync([row with { Id = new("stray") }], none); break;
            case "lists elsewhere": await lists.AddAsync([row with { Office = new("11") }], none); await lists.AddAsync([row], none); break;
            case "office missing": await offices.LeaveAsync(b.Office, row with { Version = 99 }, none); break;
            case "office other": await offices.WriteAsync(row with { Version = 99, Overdue = true }, none); break;
            case "office stray": await offices.WriteAsync(row with { Office = new("11") }, none); break;
            default:
                await foreach (var count in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"office-" + b.Office.Value} and RowKey ge {"count|"} and RowKey lt {"count}"}")))
                {
                    count["Json0"] = """{"recent":7}""";
                    Assert.True(await table.TryReplaceAsync(count, none));
                }

                break;
        }
    }

    [Theory]
    [InlineData("'admin' needs one of: list, show,")]
    [InlineData("'admin' needs one of: list, show,", "delete")]
    [InlineData("'--all' is none of the options of 'admin show': --json.", "show", "--all")]
    [InlineData("Option '--stage' needs one of:", "list", "--stage", "somewhere")]
    [InlineData("Option '--due-until' needs a day like 2026-11-22.", "list", "--due-until", "soon")]
    [InlineData("Option '--limit' needs a number", "list", "--limit", "many")]
    [InlineData("Option '--limit' needs a value.", "list", "--limit")]
    [InlineData("'admin nudge' needs ids of cases, or --waiting-cases.", "nudge")]
    [InlineData("'admin show' needs the id of one case", "show", "a", "b")]
    public async Task What_was_misused_is_said_and_has_a_code_of_its_own(string said, params string[] arguments) => await RefusedAsync(2, said, arguments);

    private async Task<string> AdminAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        await RunAsync(arguments, output);
        return output.ToString();
    }

    private async Task<(string Message, string Output)> RefusedAsync(int code, string said, params string[] arguments)
    {
        using var output = new StringWriter();
        var refused = await Assert.ThrowsAsync<HostAbortedException>(() => RunAsync(arguments, output));
        Assert.Equal(code, refused.Data["ExitCode"]);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        return (refused.Message, output.ToString());
    }

    private Task RunAsync(string[] arguments, TextWriter output) =>
        _association.Get<IServiceProvider>().GetRequiredKeyedService<Command>("admin")(arguments, output, CancellationToken.None);
}
