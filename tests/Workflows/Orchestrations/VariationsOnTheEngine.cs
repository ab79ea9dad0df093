using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Orchestrations;

/// <summary>A variation is carried over to the MOU that it varies when it takes effect, and ends with it.</summary>
public sealed class VariationsOnTheEngine : IAsyncLifetime
{
    private static readonly MouCommand[] ToEffect =
        [Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns];

    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task In_effect_it_gives_the_other_its_term_and_goes_with_it()
    {
        var varied = await InEffectAsync("varied", new Term(null, 12, null, null));
        var variation = await VariationOfAsync(varied, new Term(null, 36, null, new(12, 3)));
        await _association.ToRestAsync(variation.Id);

        varied = await FindAsync(varied.Id);
        var given = Assert.IsType<Stage.InEffect>(varied.Stage).Instrument;
        Assert.Equal((new DateOnly(2029, 11, 2), new RenewalClause(12, 3)), (given.EndsOn, given.Renewal));
        Assert.Equal(new VariationTaken(variation.Id, variation.Text, new(2026, 11, 2), new(2029, 11, 2)), Assert.Single(varied.Variations));
        Assert.Equal(new MouLink(MouLinkKind.Variation, variation.Id), Assert.Single(varied.Links));
        Assert.Null(variation.Stage.Given!.EndsOn);

        await _association.DoAsync(varied.Id, new Terminate("By letter of both."));
        await _association.ToRestAsync(varied.Id);
        Assert.IsType<Stage.Terminated>((await FindAsync(variation.Id)).Stage);
        await _association.MailsToRestAsync(variation.Id);
        // What the variation's own end would say, the other one's has said.
        Assert.DoesNotContain(await MailsAsync(variation.Id), mail => mail.Kind is MailKind.PartyToldOfEvent or MailKind.OfficeToldOfEvent);
        Assert.Contains(await MailsAsync(varied.Id), mail => mail.Kind == MailKind.PartyToldOfEvent);
    }

    [Fact]
    public async Task Of_one_that_ended_before_it_takes_effect_it_ends_at_once()
    {
        var varied = await InEffectAsync("ended", null);
        var id = await DraftedAsync(varied, null);
        foreach (var command in ToEffect[..^1]) await _association.DoAsync(id, command);
        await _association.DoAsync(varied.Id, new Terminate("By letter of both."));

        await _association.DoAsync(id, ToEffect[^1]);
        await Patience.UntilAsync(async () => (await FindAsync(id)).Stage is Stage.Terminated);

        Assert.Empty((await FindAsync(varied.Id)).Variations);
    }

    [Fact]
    public async Task That_is_told_twice_changes_nothing_more()
    {
        var varied = await InEffectAsync("twice", null);
        var variation = await VariationOfAsync(varied, null);
        await _association.ToRestAsync(variation.Id);
        var before = await FindAsync(varied.Id);

        await _association.DoAsync(varied.Id, new TakeUpVariation(variation.Id, variation.Text, new(2026, 11, 2), null));

        Assert.Equal(before.Version, (await FindAsync(varied.Id)).Version);
        Assert.Single(before.Variations);
    }

    private async Task<Mou> FindAsync(MouId id) => (await _association.Cases.FindAsync(id))!;

    private Task<IReadOnlyList<MailRow>> MailsAsync(MouId id) => _association.Get<MailLedger>().OfCaseAsync(id);

    private async Task<Mou> InEffectAsync(string key, Term? term)
    {
        var mou = await _association.DoAsync(MouCases.IdFor("tests", key), Sample.Create with { Particulars = Sample.Friendship with { Term = term } });
        foreach (var command in ToEffect) mou = await _association.DoAsync(mou.Id, command);
        await _association.ToRestAsync(mou.Id);
        return mou;
    }

    private async Task<MouId> DraftedAsync(Mou varied, Term? term)
    {
        var id = MouCases.IdFor("tests", varied.Id.Value);
        await _association.DoAsync(id, Sample.Create with
        {
            Particulars = Sample.Friendship with { Kind = MouKind.Variation, Term = term },
            Origin = new(MouLinkKind.Varied, varied.Id),
        });
        await _association.DoAsync(varied.Id, new StartVariation(id));
        return id;
    }

    private async Task<Mou> VariationOfAsync(Mou varied, Term? term)
    {
        var id = await DraftedAsync(varied, term);
        foreach (var command in ToEffect) await _association.DoAsync(id, command);
        return await FindAsync(id);
    }
}
