using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Links;

public sealed class OpeningLinks : IAsyncLifetime
{
    private readonly Association _association = new();

    private LinkDesk Desk => _association.Get<LinkDesk>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_reviewers_link_is_open_until_the_round_ends_and_says_afterwards_what_happened()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var token = await TokenAsync(ReviewLink(mou.Id, 1));
        Assert.IsType<OpenedLink.Open>(await Desk.OpenAsync(token));

        await _association.DoAsync(mou.Id, Sample.RequestChanges);
        Assert.Equal(StageName.Draft, Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(token)).Mou.Stage.Name);

        await _association.DoAsync(mou.Id, Sample.Submit);
        Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(token));
        Assert.IsType<OpenedLink.Open>(await Desk.OpenAsync(await TokenAsync(ReviewLink(mou.Id, 2))));
    }

    [Fact]
    public async Task A_signer_who_was_replaced_holds_a_dead_link()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning);
        var token = await TokenAsync(new(mou.Id, LinkHolder.CounterpartySigner, 1, Sample.Mayor.Address, Language.French));
        Assert.IsType<OpenedLink.Open>(await Desk.OpenAsync(token));

        await _association.DoAsync(mou.Id, Sample.OpenSigning with { Counterparty = Sample.Mayor with { Address = new("deputy@libreville.example") } });

        Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(token));
    }

    [Fact]
    public async Task A_signer_who_has_signed_is_asked_no_more_while_the_other_still_is()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning);
        var governor = await TokenAsync(new(mou.Id, LinkHolder.LocalGovernmentSigner, 1, Sample.Governor.Address, Language.Korean));
        var mayor = await TokenAsync(new(mou.Id, LinkHolder.CounterpartySigner, 1, Sample.Mayor.Address, Language.French));

        await _association.DoAsync(mou.Id, Sample.GovernorSigns);

        Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(governor));
        Assert.IsType<OpenedLink.Open>(await Desk.OpenAsync(mayor));
    }

    [Fact]
    public async Task A_link_of_another_stage_or_holder_is_over()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning);

        Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(await TokenAsync(ReviewLink(mou.Id, 1))));
        Assert.IsType<OpenedLink.Over>(await Desk.OpenAsync(await TokenAsync(new(mou.Id, LinkHolder.CounterpartySigner, 1, Sample.Governor.Address, Language.Korean))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../../../../../../etc/passwd?#\\.........")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_unknown(string token) => Assert.IsType<OpenedLink.Unknown>(await Desk.OpenAsync(token));

    [Fact]
    public async Task The_store_holds_no_token()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var token = await TokenAsync(ReviewLink(mou.Id, 1));

        var table = _association.Tables.GetTableClient(LocalDiplomacy.Workflows.Storage.Tables.Links);
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>())
            Assert.DoesNotContain(token, string.Join('|', row.Select(value => value.Value)), StringComparison.Ordinal);
    }

    private static Link ReviewLink(MouId id, int round) => new(id, LinkHolder.Reviewer, round, Sample.Gabon.Address, Language.French);

    private Task<string> TokenAsync(Link link) => _association.Get<LinkRegister>().IssueAsync(link, CancellationToken.None);
}
