using Azure;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Cases;

public sealed class CommandsOnACase : IAsyncLifetime
{
    private readonly Association _association = new();
    private static readonly Actor Office = Sample.ActorIn(Role.Drafter);
    private static readonly Actor Marie = new Actor.EmbassyOfficer(new("GA"), "Marie Obame");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task The_state_that_is_read_is_the_one_that_the_events_give()
    {
        var mou = await _association.BeginAsync(
            Sample.Submit, Sample.RequestChanges, Sample.Submit, Sample.Accept with { Round = 2 }, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);

        var history = await _association.Cases.HistoryAsync(mou.Id);
        Assert.Equal(Enumerable.Range(1, 9), history.Select(recorded => recorded.Number));
        var stored = await _association.Cases.FindAsync(mou.Id);
        Assert.Equal(StoredJson.Of(MouLifecycle.Replay(mou.Id, history)), StoredJson.Of(stored!));
        Assert.Equal(StageName.InEffect, stored!.Stage.Name);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("")]
    [InlineData("a/b#c?d\\e")]
    [InlineData("' or PartitionKey ne '")]
    public async Task What_is_unknown_is_not_found(string id)
    {
        var result = await _association.Cases.CarryOutAsync(new(new(id), Sample.Submit, Marie, _association.NewKey()), _association.Engine);

        Assert.IsType<CommandResult.NotFound>(result);
        Assert.Null(await _association.Cases.FindAsync(new(id)));
        Assert.Empty(await _association.Cases.HistoryAsync(new(id)));
    }

    [Fact]
    public async Task A_stale_version_is_told_the_present_one_and_changes_nothing()
    {
        var mou = await _association.BeginAsync();
        await _association.DoAsync(mou.Id, new MouCommand.ReplaceDraft(Sample.Friendship, Sample.TextB));

        var late = await _association.Cases.CarryOutAsync(
            new(mou.Id, new MouCommand.ReplaceDraft(Sample.Friendship, Sample.TextA), Office, _association.NewKey(), ExpectedVersion: 1), _association.Engine);

        Assert.Equal(2, Assert.IsType<CommandResult.VersionMismatch>(late).Mou.Version);
    }

    [Fact]
    public async Task The_same_key_is_answered_as_the_first_time()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var request = new MouRequest(mou.Id, Sample.RequestChanges, Marie, CommandKey.From("marie", "1", "changes"));
        var first = Assert.IsType<CommandResult.Done>(await _association.Cases.CarryOutAsync(request, _association.Engine));
        await _association.DoAsync(mou.Id, Sample.Submit);

        var again = Assert.IsType<CommandResult.Done>(await _association.Cases.CarryOutAsync(request, _association.Engine));

        Assert.False(first.Repeated);
        Assert.True(again.Repeated);
        Assert.Equal(StoredJson.Of(first.New), StoredJson.Of(again.New));
        Assert.Equal(4, again.Mou.Version);
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.Cases.CarryOutAsync(new(mou.Id, Sample.Accept, Marie, CommandKey.From("marie", "1", "accept")), _association.Engine);

        var other = await _association.Cases.CarryOutAsync(new(mou.Id, Sample.Decline, Marie, CommandKey.From("marie", "1", "decline")), _association.Engine);

        Assert.IsType<CommandResult.KeyUsedForSomethingElse>(other);
    }

    [Fact]
    public async Task A_command_that_asks_for_what_already_is_keeps_its_key_too()
    {
        var mou = await _association.BeginAsync();
        var same = new MouCommand.ReplaceDraft(Sample.Friendship, Sample.TextA);
        var done = await _association.Cases.CarryOutAsync(new(mou.Id, same, Office, CommandKey.From("marie", "1", "a")), _association.Engine);

        Assert.Empty(Assert.IsType<CommandResult.Done>(done).New);
        var repeated = await _association.Cases.CarryOutAsync(new(mou.Id, same, Office, CommandKey.From("marie", "1", "a")), _association.Engine);
        Assert.True(Assert.IsType<CommandResult.Done>(repeated).Repeated);
        Assert.IsType<CommandResult.KeyUsedForSomethingElse>(
            await _association.Cases.CarryOutAsync(new(mou.Id, same, Office, CommandKey.From("marie", "1", "b")), _association.Engine));
    }

    [Fact]
    public async Task Of_two_decisions_at_once_the_first_wins_and_the_other_is_shown_the_new_state()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var bothDecided = new CountdownEvent(2);
        // Both have loaded and decided when the first of them commits.
        _association.Tables.BeforeTransaction = async table =>
        {
            if (table != LocalDiplomacy.Workflows.Storage.Tables.Mous || bothDecided.IsSet) return;
            bothDecided.Signal();
            await Patience.UntilAsync(() => bothDecided.IsSet);
        };

        var results = await Task.WhenAll(new MouCommand[] { Sample.Accept, Sample.Decline }.Select(command =>
            _association.Cases.CarryOutAsync(new(mou.Id, command, Marie, _association.NewKey()), _association.Engine)));

        var won = Assert.Single(results.OfType<CommandResult.Done>());
        var lost = Assert.Single(results.OfType<CommandResult.Refused>());
        Assert.Equal(Refusal.AlreadyDecided, lost.Why);
        Assert.Equal(won.Mou.Stage.Name, lost.Mou.Stage.Name);
        Assert.Equal(3, (await _association.Cases.HistoryAsync(mou.Id)).Count);
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_carried_out_and_all_get_its_answer()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var request = new MouRequest(mou.Id, Sample.Accept, Marie, CommandKey.From("marie", "1", "accept"));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _association.Cases.CarryOutAsync(request, _association.Engine)));

        Assert.All(results, result => Assert.Equal(3, Assert.Single(Assert.IsType<CommandResult.Done>(result).New).Number));
        Assert.Single(results.Cast<CommandResult.Done>(), done => !done.Repeated);
        Assert.Equal(3, (await _association.Cases.HistoryAsync(mou.Id)).Count);
    }

    [Fact]
    public async Task A_reply_that_was_lost_is_found_by_reading_back()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        LoseRepliesOfMous(times: 1);

        var done = Assert.IsType<CommandResult.Done>(await _association.Cases.CarryOutAsync(
            new(mou.Id, Sample.Accept, Marie, CommandKey.From("marie", "1", "accept")), _association.Engine));

        Assert.False(done.Repeated);
        Assert.Equal(StageName.Agreed, done.Mou.Stage.Name);
        Assert.Equal(3, (await _association.Cases.HistoryAsync(mou.Id)).Count);
    }

    [Fact]
    public async Task Storage_that_went_away_before_the_commit_is_an_error_and_changes_nothing()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        _association.Tables.BeforeTransaction = _ => throw new RequestFailedException(503, "away");
        var request = new MouRequest(mou.Id, Sample.Accept, Marie, CommandKey.From("marie", "1", "accept"));

        await Assert.ThrowsAsync<RequestFailedException>(() => _association.Cases.CarryOutAsync(request, _association.Engine));

        Assert.Equal(2, (await _association.Cases.FindAsync(mou.Id))!.Version);
        _association.Tables.BeforeTransaction = _ => Task.CompletedTask;
        Assert.False(Assert.IsType<CommandResult.Done>(await _association.Cases.CarryOutAsync(request, _association.Engine)).Repeated);
    }

    [Fact]
    public async Task A_record_too_long_for_one_property_is_kept_whole()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        // Characters outside the plane that UTF-16 counts as one: a cut through one of them could not be stored.
        var reason = "x" + string.Concat(Enumerable.Repeat("가🙂", 20_000));

        await _association.DoAsync(mou.Id, Sample.RequestChanges with { Reason = reason });

        var recorded = Assert.IsType<MouEvent.ChangesRequested>((await _association.Cases.HistoryAsync(mou.Id))[^1].Event);
        Assert.Equal(reason, recorded.Reason);
        Assert.Equal(reason, (await _association.Cases.FindAsync(mou.Id))!.Rounds[0].Outcome!.Reason);
    }

    [Fact]
    public void The_same_key_makes_the_same_id_and_another_principal_another()
    {
        Assert.Equal(MouCases.IdFor("a", "1"), MouCases.IdFor("a", "1"));
        Assert.NotEqual(MouCases.IdFor("a", "1"), MouCases.IdFor("b", "1"));
        Assert.NotEqual(MouCases.IdFor("a1", "1"), MouCases.IdFor("a", "11"));
    }

    private void LoseRepliesOfMous(int times) => _association.Tables.AfterTransaction = table =>
        table == LocalDiplomacy.Workflows.Storage.Tables.Mous && times-- > 0 ? throw new RequestFailedException("The connection was reset.") : Task.CompletedTask;
}
