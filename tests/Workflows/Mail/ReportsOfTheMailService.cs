using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Mail.Reports;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Mail;

/// <summary>What the mail service says became of the mails that it took.</summary>
public sealed class ReportsOfTheMailService : IAsyncLifetime
{
    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task An_arrival_starts_the_embassy_s_clock_and_coming_again_moves_nothing()
    {
        var (mou, mail) = await SentAsync();
        _association.Clock.Advance(TimeSpan.FromDays(4));
        var arrived = _association.Clock.GetUtcNow().AddHours(-1);

        Assert.Equal(1, await TakeAsync(new MailReport("e1", new(mou.Id.Value, mail.Id, false), MailFate.Delivered, arrived)));
        var after = (await _association.Cases.FindAsync(mou.Id))!;
        await TakeAsync(new("e1", new(mou.Id.Value, mail.Id, false), MailFate.Delivered, arrived), new("e2", new(mou.Id.Value, mail.Id, false), MailFate.Delivered, arrived.AddMinutes(5)));

        var before = Assert.IsType<Stage.UnderReview>(mou.Stage).AnswerBy;
        Assert.True(Assert.IsType<Stage.UnderReview>(after.Stage).AnswerBy.EndsAt > before.EndsAt);
        Assert.Equal(arrived, Assert.Single(((Stage.UnderReview)after.Stage).Embassies).ArrivedAt);
        Assert.Equal(after.Version, (await _association.Cases.FindAsync(mou.Id))!.Version);
        Assert.Equal(MailState.Delivered, (await MailAsync(mou.Id)).State);
    }

    [Fact]
    public async Task What_came_back_is_told_to_the_office_once_and_stays_so()
    {
        var (mou, mail) = await SentAsync();
        var name = new Workflows.Orchestrations.MailDeliveryInput(mou.Id.Value, mail.Id, false);
        var now = _association.Clock.GetUtcNow();

        await TakeAsync(new("e1", name, MailFate.Bounced, now), new("e1", name, MailFate.Bounced, now), new("e2", name, MailFate.Bounced, now), new("e3", name, MailFate.Delivered, now));

        Assert.Equal(MailState.Bounced, (await MailAsync(mou.Id)).State);
        Assert.Single(await _association.Cases.HistoryAsync(mou.Id), recorded => recorded.Event is MouEvent.MailUndelivered { Holder: LinkHolder.Reviewer });
        Assert.Equal(nameof(MailKind.OfficeToldOfUndeliveredMail), (await _association.MailService.NextToAsync("officer@gyeongbuk.example")).Subject);
    }

    [Fact]
    public async Task What_arrived_and_came_back_all_the_same_is_told_to_the_office()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.MailsToRestAsync(mou.Id);
        var name = (await MailAsync(mou.Id)).Id;
        await TakeAsync(new MailReport("e1", new(mou.Id.Value, name, false), MailFate.Delivered, _association.Clock.GetUtcNow()));
        await TakeAsync(new MailReport("e2", new(mou.Id.Value, name, false), MailFate.Bounced, _association.Clock.GetUtcNow()));

        var happened = (await _association.Cases.HistoryAsync(mou.Id)).Select(one => one.Event).ToList();
        Assert.Single(happened.OfType<MouEvent.DocumentArrived>());
        Assert.Single(happened.OfType<MouEvent.MailUndelivered>());
    }

    [Fact]
    public async Task What_came_back_stops_the_clock_and_a_mail_to_a_good_address_that_arrives_starts_it_anew()
    {
        var (mou, mail) = await SentAsync();
        await TakeAsync(new MailReport("e1", new(mou.Id.Value, mail.Id, false), MailFate.Bounced, _association.Clock.GetUtcNow()));
        Assert.NotNull(Lead((await _association.Cases.FindAsync(mou.Id))!).UndeliveredAt);
        Assert.Equal(nameof(MailKind.OfficeToldOfUndeliveredMail), (await _association.MailService.NextToAsync("officer@gyeongbuk.example")).Subject);
        Assert.Equal(nameof(MailKind.DeskToldOfEvent), (await _association.MailService.NextToAsync("desk@garok.example")).Subject);
        Assert.Single(_association.MailService.Arrived, one => one.To == "desk@garok.example");

        _association.Clock.Advance(TimeSpan.FromDays(7));
        await _association.DoAsync(mou.Id, new MouCommand.Resend(null, Sample.Gabon with { Address = new("ambassade@gabon.example") }));
        await _association.MailService.NextToAsync("ambassade@gabon.example");
        await Patience.UntilAsync(async () => (await RequestsAsync(mou.Id)).Count(one => one.State == MailState.Sent) == 1);
        var again = (await RequestsAsync(mou.Id)).Single(one => one.State == MailState.Sent);
        _association.Clock.Advance(TimeSpan.FromDays(2));
        await TakeAsync(new MailReport("e2", new(mou.Id.Value, again.Id, false), MailFate.Delivered, _association.Clock.GetUtcNow().AddDays(-1)));

        var lead = Lead((await _association.Cases.FindAsync(mou.Id))!);
        Assert.Equal((null, _association.Clock.GetUtcNow().AddDays(-1)), (lead.UndeliveredAt, lead.ArrivedAt));
        Assert.Equal(Workflows.Deadlines.SeoulTime.DayOf(Sample.Start).AddDays(8 + 30), lead.Answer.By.LastDay);
    }

    private static EmbassyReview Lead(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead;

    private async Task<IReadOnlyList<MailRow>> RequestsAsync(MouId id) =>
        [.. (await _association.Get<MailLedger>().OfCaseAsync(id)).Where(mail => mail.Kind == MailKind.ReviewRequested)];

    [Fact]
    public async Task A_mail_that_is_deferred_is_still_under_way_and_one_of_others_is_passed_over()
    {
        var (mou, mail) = await SentAsync();
        Assert.Equal(1, await TakeAsync(
            new("e1", new(mou.Id.Value, mail.Id, false), MailFate.Deferred, _association.Clock.GetUtcNow()),
            new("e2", new("nobody", "nothing", false), MailFate.Delivered, _association.Clock.GetUtcNow())));
        Assert.Equal(MailState.Deferred, (await MailAsync(mou.Id)).State);

        await TakeAsync(new MailReport("e3", new(mou.Id.Value, mail.Id, false), MailFate.Delivered, _association.Clock.GetUtcNow()));
        await TakeAsync(new MailReport("e4", new(mou.Id.Value, mail.Id, false), MailFate.Deferred, _association.Clock.GetUtcNow()));
        Assert.Equal(MailState.Delivered, (await MailAsync(mou.Id)).State);
    }

    [Fact]
    public async Task Openings_are_noted_programs_apart_from_what_may_be_people_and_move_no_state()
    {
        var (mou, mail) = await SentAsync();
        var (at, before) = (_association.Clock.GetUtcNow(), (await _association.Cases.FindAsync(mou.Id))!.Version);
        await TakeAsync(new("e1", new(mou.Id.Value, mail.Id, false), MailFate.OpenedByMachine, at), new("e2", new(mou.Id.Value, mail.Id, false), MailFate.Opened, at.AddHours(1)));

        var row = await MailAsync(mou.Id);
        Assert.Equal((MailState.Sent, at, at.AddHours(1)), (row.State, row.OpenedByMachineAt, row.OpenedAt));
        Assert.Equal(before, (await _association.Cases.FindAsync(mou.Id))!.Version);
    }

    [Fact]
    public void Are_read_from_the_array_that_is_posted()
    {
        var read = MailReportReader.Read("""
            [{"event":"delivered","sg_event_id":"a","timestamp":1795312800,"mail":"mou_1/5-mail","email":"x@y.example","smtp-id":"<1>"},
             {"event":"dropped","sg_event_id":"b","timestamp":1795312801,"mail":"sign-in/7"},
             {"event":"open","sg_event_id":"c","timestamp":1795312801,"mail":"mou_1/5-mail","sg_machine_open":true},
             {"event":"open","sg_event_id":"f","timestamp":1795312801,"mail":"mou_1/5-mail"},
             {"event":"processed","sg_event_id":"g","timestamp":1795312801,"mail":"mou_1/5-mail"},
             {"event":"delivered","sg_event_id":"d","timestamp":1795312801},
             {"event":"delivered","sg_event_id":"e","timestamp":1795312801,"mail":"a#b/c"}, null]
            """u8);
        Assert.Equal(
            [
                new("a", new("mou_1", "5-mail", false), MailFate.Delivered, DateTimeOffset.FromUnixTimeSeconds(1795312800)),
                new MailReport("b", new("sign-in", "7", false), MailFate.Bounced, DateTimeOffset.FromUnixTimeSeconds(1795312801)),
                new MailReport("c", new("mou_1", "5-mail", false), MailFate.OpenedByMachine, DateTimeOffset.FromUnixTimeSeconds(1795312801)),
                new MailReport("f", new("mou_1", "5-mail", false), MailFate.Opened, DateTimeOffset.FromUnixTimeSeconds(1795312801)),
            ],
            read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{\"timestamp\":\"yesterday\"}]")]
    public void Are_refused_where_they_are_none(string body) =>
        Assert.ThrowsAny<JsonException>(() => MailReportReader.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Are_believed_only_with_a_fresh_signature_over_exactly_what_came()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo());
        var body = "[]"u8.ToArray();
        var time = Sample.Start.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = Signed(signer, time, body);

        Assert.True(MailReportSignature.IsGood(key, signature, time, body, Sample.Start.AddMinutes(9)));
        Assert.False(MailReportSignature.IsGood(key, signature, time, body, Sample.Start.AddMinutes(11)));
        Assert.False(MailReportSignature.IsGood(key, signature, time, "[ ]"u8, Sample.Start));
        Assert.False(MailReportSignature.IsGood(key, signature, time + "0", body, Sample.Start));
        Assert.False(MailReportSignature.IsGood(key, Signed(other, time, body), time, body, Sample.Start));
        Assert.All(["", "no base64", null], wrong => Assert.False(MailReportSignature.IsGood(key, wrong, time, body, Sample.Start)));
        Assert.All(["", "-1", "yesterday", null, "99999999999999999999"], wrong => Assert.False(MailReportSignature.IsGood(key, signature, wrong, body, Sample.Start)));
        Assert.True(MailReportSignature.IsKey(key));
        Assert.All(["", "AAAA", "no key"], wrong => Assert.False(MailReportSignature.IsKey(wrong)));
    }

    private static string Signed(ECDsa signer, string time, byte[] body) =>
        Convert.ToBase64String(signer.SignData([.. Encoding.ASCII.GetBytes(time), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    private async Task<(Mou Mou, MailRow Mail)> SentAsync()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(async () => (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).Any(mail => mail.State == MailState.Sent));
        return (mou, await MailAsync(mou.Id));
    }

    private async Task<MailRow> MailAsync(MouId id) => (await _association.Get<MailLedger>().OfCaseAsync(id)).First(mail => mail.Kind == MailKind.ReviewRequested);

    private Task<int> TakeAsync(params MailReport[] reports) => _association.Get<TakeMailReports>().RunAsync(reports, _association.Engine);
}
