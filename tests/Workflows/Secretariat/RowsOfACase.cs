using System.Text.Json.Nodes;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Secretariat;

/// <summary>What is stored of a case names nobody to whoever does not say why they want to know.</summary>
public sealed class RowsOfACase : IAsyncLifetime
{
    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Are_masked_until_somebody_says_why_and_that_is_kept()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept);
        var records = _association.Get<CaseRecords>();
        var by = new Actor.AssociationMember("p30", "Han Ji-woo", Role.Operator);

        var masked = string.Join('\n', (await records.ReadAsync(mou.Id)).Select(row => row.Json));
        var open = string.Join('\n', (await records.OpenAsync(mou.Id, by, "The mail did not arrive.")).Select(row => row.Json));

        foreach (var personal in new[] { "review@gabon.example", "Marie Obame", "Kim", "p7" })
            Assert.DoesNotContain(personal, masked, StringComparison.Ordinal);
        Assert.Contains("review@gabon.example", open, StringComparison.Ordinal);
        Assert.Contains("mou.text-accepted.v1", masked, StringComparison.Ordinal);
        Assert.Contains(Sample.TextA.Value, masked, StringComparison.Ordinal);
        var opening = Assert.Single(await records.OpeningsAsync(mou.Id));
        Assert.Equal(("p30", "Han Ji-woo", Role.Operator, "The mail did not arrive."), (opening.PersonId, opening.Name, opening.Role, opening.Reason));
        await Assert.ThrowsAsync<ArgumentException>(() => records.OpenAsync(mou.Id, by, " "));
    }

    [Theory]
    [InlineData("name", "Kim", "•••")]
    [InlineData("by", "kim@gyeongbuk.example", "•••")]
    [InlineData("text", "Two words", "•••")]
    [InlineData("type", "mou.renewed.v1", "mou.renewed.v1")]
    [InlineData("office", "47-안동시", "47-안동시")]
    [InlineData("to", "김민수", "•••")]
    public void Show_what_a_thing_is_and_mask_who_somebody_is(string name, string value, string shown) =>
        Assert.Equal(shown, (string?)CaseRecords.Mask(new JsonObject { [name] = value }, "")![name]);

    [Fact]
    public async Task Work_is_noted_with_its_tries_and_a_failure_by_its_type()
    {
        _association.Tables.BeforeTransaction = table => table == LocalDiplomacy.Workflows.Storage.Tables.CaseIndex ? throw new Azure.RequestFailedException(503, "away") : Task.CompletedTask;
        var mou = await _association.BeginAsync(Sample.Submit);
        var work = _association.Get<CaseWork>();
        await Patience.UntilAsync(async () => (await work.OfCaseAsync(mou.Id)).Any(one => one.Name == "0000000001-lists" && one.Error is not null));
        _association.Tables.BeforeTransaction = _ => Task.CompletedTask;

        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => (await work.OfCaseAsync(mou.Id)).Any(one => one is { Name: "0000000001-lists", Error: null }));

        var lists = (await work.OfCaseAsync(mou.Id)).Single(one => one.Name == "0000000001-lists");
        Assert.True(lists.Failures > 0 && lists.FailedFirstAt < lists.StartedAt);
        await _association.MailsToRestAsync(mou.Id);
        await Patience.UntilAsync(async () => (await work.OfCaseAsync(mou.Id)).Any(one => one.Kind == WorkKind.Look));
        Assert.Contains(await work.OfCaseAsync(mou.Id), one => one.Kind == WorkKind.Mail && one.Error is null);
    }
}
