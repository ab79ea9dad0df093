using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Register;

/// <summary>A case becomes public when both have signed, once, and what becomes of it is entered after it.</summary>
public sealed class EnteringCases : IAsyncLifetime
{
    private static readonly MouCommand[] ToSignature = [Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns];
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Nothing_is_public_before_both_have_signed()
    {
        var mou = await _association.BeginAsync(ToSignature[..^1]);

        Assert.Null(await _association.Get<EnterCase>().RunAsync(mou.Id));
        Assert.Equal(0, (await BookAsync()).Count);
        Assert.DoesNotContain(Effects.Of(new(mou.Version + 1, Sample.Start, new Actor.Clock(), new MouEvent.Corrected(1, "A word.")), mou), effect => effect.Kind == EffectKind.Register);
    }

    [Fact]
    public async Task Both_signatures_enter_it_with_the_head_of_its_chain()
    {
        var mou = await _association.BeginAsync(ToSignature);
        var number = await _association.Get<EnterCase>().RunAsync(mou.Id);

        var entry = Assert.Single((await BookAsync()).Of(number!.Value));
        Assert.Equal((RegisterNumber.Of(2026, 1), 1, RegisterCause.Signed, RegisterStatus.InEffect), (entry.Number, entry.Place, entry.Cause, entry.Tie.Status));
        Assert.Equal(("경상북도", "AFRICA_MIDDLE_EAST", Sample.TextA), (entry.Tie.OfficeName.In(Language.Korean), entry.Tie.Region, entry.Tie.Text!.Value));
        Assert.Equal(["Governor", "Maire"], entry.Tie.SignedBy);
        Assert.Equal(new MissionId("GA"), Assert.Single(entry.Tie.Embassies).Mission);
        Assert.Equal((await HeadAsync(mou.Id)).Value, entry.Tie.ChainHead);
        Assert.DoesNotContain("Lee Cheol-woo", StoredJson.Of(entry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_states_are_entries_that_point_at_the_ones_before()
    {
        var mou = await _association.BeginAsync(ToSignature);
        var number = (await _association.Get<EnterCase>().RunAsync(mou.Id))!.Value;
        await _association.DoAsync(mou.Id, new MouCommand.Suspend("A flood."));
        await _association.DoAsync(mou.Id, new MouCommand.Resume("It is over."));
        await _association.DoAsync(mou.Id, new MouCommand.Correct(1, "The title lacks a word."));
        await _association.DoAsync(mou.Id, new MouCommand.Terminate("By letter of both."));

        // Of four effects one does the work of all, whatever their order.
        await _association.Get<EnterCase>().RunAsync(mou.Id);
        var entries = (await BookAsync()).Of(number);
        await _association.Get<EnterCase>().RunAsync(mou.Id);

        Assert.Equal([RegisterCause.Signed, RegisterCause.Suspended, RegisterCause.Resumed, RegisterCause.Corrected, RegisterCause.Terminated], entries.Select(entry => entry.Cause));
        Assert.Equal([null, 1, 2, 3, 4], entries.Select(entry => entry.Follows));
        Assert.Equal([RegisterStatus.InEffect, RegisterStatus.Suspended, RegisterStatus.InEffect, RegisterStatus.InEffect, RegisterStatus.Terminated], entries.Select(entry => entry.Tie.Status));
        Assert.Equal(5, entries.Select(entry => entry.Tie.ChainHead).Distinct().Count());
        Assert.Equal(entries, (await BookAsync()).Of(number));
    }

    [Fact]
    public async Task Signed_and_in_effect_at_another_day_are_two_entries()
    {
        var mou = await _association.DoAsync(MouCases.IdFor("tests", "steps"), Sample.CreateWithSteps);
        foreach (var command in new MouCommand[] { Sample.Submit, Sample.Approve, Sample.CouncilPasses, Sample.NoObjection, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns, Sample.Notify })
            mou = await _association.DoAsync(mou.Id, command);

        var number = (await _association.Get<EnterCase>().RunAsync(mou.Id))!.Value;

        var entries = (await BookAsync()).Of(number);
        Assert.Equal([(RegisterCause.Signed, RegisterStatus.Signed), (RegisterCause.TookEffect, RegisterStatus.InEffect)], entries.Select(entry => (entry.Cause, entry.Tie.Status)));
        Assert.Equal((true, CentralAnswer.NoObjection), (entries[^1].Tie.Decisions.CouncilDecided, entries[^1].Tie.Decisions.Central!.Value));
        Assert.Contains("2026-118", entries[^1].Tie.Decisions.Council, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_dense_and_nobody_gets_one_twice_when_many_are_entered_at_once()
    {
        var cases = new List<Mou>();
        for (var i = 0; i < 12; i++) cases.Add(await _association.BeginAsync(ToSignature));

        // Each has the effects of two events, and several machines carry them out.
        using var other = new RegisterBook(_association.Get<Tables>(), _association.Get<Azure.Storage.Blobs.BlobServiceClient>(), _association.Clock);
        var elsewhere = new EnterCase(_association.Get<CasePartition>(), other, _association.Get<ReferenceTables>());
        await Task.WhenAll(cases.SelectMany(mou => new[] { _association.Get<EnterCase>().RunAsync(mou.Id), elsewhere.RunAsync(mou.Id) }));

        var register = await BookAsync();
        Assert.Equal(Enumerable.Range(1, 12).Select(place => RegisterNumber.Of(2026, place)), register.Current.Select(entry => entry.Number).OrderBy(number => number.Place));
        Assert.All(register.Current, entry => Assert.Equal(1, entry.Place));
        Assert.Equal(12, register.Current.Select(entry => entry.Tie.Mou).Distinct().Count());
    }

    [Fact]
    public async Task A_register_that_was_lost_is_written_again_under_the_same_numbers()
    {
        var (first, second) = (await _association.BeginAsync(ToSignature), await _association.BeginAsync(ToSignature));
        await _association.Get<EnterCase>().RunAsync(second.Id);
        await _association.Get<EnterCase>().RunAsync(first.Id);
        await _association.DoAsync(second.Id, new MouCommand.Suspend("A flood."));
        await _association.Get<EnterCase>().RunAsync(second.Id);
        var unregistered = await _association.BeginAsync(ToSignature);
        await _association.BeginAsync(ToSignature[..^1]);
        await LoseAsync();

        using var book = new RegisterBook(_association.Get<Tables>(), _association.Get<Azure.Storage.Blobs.BlobServiceClient>(), _association.Clock);
        var enter = new EnterCase(_association.Get<CasePartition>(), book, _association.Get<ReferenceTables>());
        var rebuilt = await new RegisterRebuild(_association.Get<CasePartition>(), book, enter).RunAsync();
        var again = await new RegisterRebuild(_association.Get<CasePartition>(), book, enter).RunAsync();

        var register = await book.LoadAsync();
        Assert.Equal((new RegisterRebuilt(3, 4), new RegisterRebuilt(3, 0)), (rebuilt, again));
        Assert.Equal((RegisterNumber.Of(2026, 1), RegisterNumber.Of(2026, 2), RegisterNumber.Of(2026, 3)), (register.NumberOf(second.Id), register.NumberOf(first.Id), register.NumberOf(unregistered.Id)));
        Assert.Equal(RegisterStatus.Suspended, register.Of(RegisterNumber.Of(2026, 1))[^1].Tie.Status);
    }

    [Fact]
    public async Task The_orchestration_enters_it_by_itself()
    {
        await _association.StartEngineAsync();
        var mou = await _association.BeginAsync(ToSignature);

        await Patience.UntilAsync(async () => (await BookAsync()).NumberOf(mou.Id) is not null);
        await Patience.UntilAsync(async () => (await _association.Get<CasePartition>().EffectsAsync(mou.Id, CancellationToken.None)).Count == 0);

        Assert.Equal(1, (await BookAsync()).Count);
    }

    private Task<RegisterState> BookAsync() => _association.Get<RegisterBook>().LoadAsync();

    private async Task<ChainHash> HeadAsync(MouId id) => (await _association.Get<CasePartition>().ChainAsync(id, int.MaxValue, CancellationToken.None))[^1].Hash;

    private async Task LoseAsync()
    {
        var table = await _association.Get<Tables>().OpenAsync(Tables.Register, CancellationToken.None);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>()) rows.Add(row);
        foreach (var row in rows) await table.RemoveAsync(row.PartitionKey, row.RowKey, CancellationToken.None);
    }
}
