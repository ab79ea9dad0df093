using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Links;

public sealed class CodesForLinks : IAsyncLifetime
{
    private const string Address = "review@gabon.example";
    private readonly Association _association = new();
    private Link _link = null!;

    private LinkDesk Desk => _association.Get<LinkDesk>();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
        var mou = await _association.BeginAsync(Sample.Submit);
        _link = new(mou.Id, LinkHolder.Reviewer, 1, Sample.Gabon.Address, Language.French);
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task The_right_code_makes_the_device_known_for_twelve_hours()
    {
        var code = await RequestAsync();

        var device = Assert.IsType<CodeCheck.Right>(await Desk.CheckCodeAsync(_link, code)).DeviceToken;

        Assert.True(await Desk.KnowsDeviceAsync(_link, device));
        Assert.False(await Desk.KnowsDeviceAsync(_link with { Round = 2 }, device));
        Assert.False(await Desk.KnowsDeviceAsync(_link, null));
        _association.Clock.Advance(TimeSpan.FromHours(12));
        Assert.False(await Desk.KnowsDeviceAsync(_link, device));
    }

    [Fact]
    public async Task The_right_code_stays_right_for_who_did_not_get_the_answer()
    {
        var code = await RequestAsync();
        await Desk.CheckCodeAsync(_link, code);

        Assert.IsType<CodeCheck.Right>(await Desk.CheckCodeAsync(_link, $" {code} "));
    }

    [Fact]
    public async Task Five_wrong_tries_use_the_code_up()
    {
        var code = await RequestAsync();
        var tries = new List<CodeCheck>();
        for (var i = 0; i < 5; i++) tries.Add(await Desk.CheckCodeAsync(_link, Other(code)));

        Assert.Equal([new CodeCheck.Wrong(4), new CodeCheck.Wrong(3), new CodeCheck.Wrong(2), new CodeCheck.Wrong(1), new CodeCheck.UsedUp()], tries);
        Assert.IsType<CodeCheck.UsedUp>(await Desk.CheckCodeAsync(_link, code));
    }

    [Fact]
    public async Task Guesses_at_once_are_no_more_than_five()
    {
        var code = await RequestAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Desk.CheckCodeAsync(_link, Other(code))));

        Assert.Equal([4, 3, 2, 1], answers.OfType<CodeCheck.Wrong>().Select(wrong => wrong.TriesLeft).OrderDescending());
        Assert.Equal(36, answers.OfType<CodeCheck.UsedUp>().Count());
    }

    [Fact]
    public async Task A_code_holds_ten_minutes()
    {
        var code = await RequestAsync();
        _association.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<CodeCheck.Expired>(await Desk.CheckCodeAsync(_link, code));
    }

    [Fact]
    public async Task Requests_of_before_the_clock_was_put_back_keep_nobody_waiting()
    {
        var now = _association.Clock.GetUtcNow();
        _association.Clock.AdvanceTo(now.AddYears(10));
        for (var i = 0; i < 10; i++)
        {
            await RequestAsync();
            _association.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.IsType<CodeRequest.SentJustNow>(await Desk.RequestCodeAsync(_link, _association.Engine));
        _association.Clock.AdvanceTo(now);
        Assert.IsType<CodeRequest.Sent>(await Desk.RequestCodeAsync(_link, _association.Engine));
    }

    [Fact]
    public async Task A_second_request_within_a_minute_sends_nothing_and_keeps_the_code()
    {
        var code = await RequestAsync();

        var again = Assert.IsType<CodeRequest.SentJustNow>(await Desk.RequestCodeAsync(_link, _association.Engine));

        Assert.Equal("r•••@gabon.example", again.MaskedAddress);
        Assert.Equal(_association.Clock.GetUtcNow().AddMinutes(1), again.NextAt);
        Assert.IsType<CodeCheck.Right>(await Desk.CheckCodeAsync(_link, code));
    }

    [Fact]
    public async Task A_new_code_takes_the_former_ones_place()
    {
        var first = await RequestAsync();
        _association.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await RequestAsync(number: 2);

        if (first != second) Assert.IsType<CodeCheck.Wrong>(await Desk.CheckCodeAsync(_link, first));
        Assert.IsType<CodeCheck.Right>(await Desk.CheckCodeAsync(_link, second));
    }

    [Fact]
    public async Task Ten_codes_an_hour_and_no_more()
    {
        for (var i = 0; i < OneTimeCodes.RequestsAnHour; i++)
        {
            Assert.IsType<CodeRequest.Sent>(await Desk.RequestCodeAsync(_link, _association.Engine));
            _association.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.IsType<CodeRequest.SentJustNow>(await Desk.RequestCodeAsync(_link, _association.Engine));
        _association.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.IsType<CodeRequest.Sent>(await Desk.RequestCodeAsync(_link, _association.Engine));
    }

    [Fact]
    public async Task Without_a_request_there_is_nothing_to_check() =>
        Assert.IsType<CodeCheck.NotRequested>(await Desk.CheckCodeAsync(_link, "123456"));

    [Fact]
    public async Task A_code_for_a_round_that_is_over_is_not_sent()
    {
        await _association.MailService.NextToAsync(Address);
        await _association.DoAsync(_link.Mou, Sample.Withdraw);

        await Desk.RequestCodeAsync(_link, _association.Engine);

        await Patience.UntilAsync(async () =>
            (await _association.Get<MailLedger>().OfCaseAsync(_link.Mou)).Any(mail => mail is { Kind: null, State: MailState.Obsolete }));
        Assert.DoesNotContain(_association.MailService.Arrived, mail => mail.Subject == "DecisionCode");
    }

    [Fact]
    public async Task The_store_holds_no_code()
    {
        var code = await RequestAsync();

        foreach (var name in new[] { LocalDiplomacy.Workflows.Storage.Tables.Codes, LocalDiplomacy.Workflows.Storage.Tables.Mails })
            await foreach (var row in _association.Tables.GetTableClient(name).QueryAsync<Azure.Data.Tables.TableEntity>())
                Assert.DoesNotContain(row.Where(value => value.Key != "odata.etag"), value => value.Value is string text && text.Contains(code, StringComparison.Ordinal));
    }

    /// <summary>Asks for a code and reads it from its mail.</summary>
    private async Task<string> RequestAsync(int number = 1)
    {
        Assert.IsType<CodeRequest.Sent>(await Desk.RequestCodeAsync(_link, _association.Engine));
        await Patience.UntilAsync(() => Codes().Count >= number);
        return Codes()[number - 1].Code;
    }

    private List<ArrivedMail> Codes() => [.. _association.MailService.To(Address).Where(mail => mail.Subject == "DecisionCode")];

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
