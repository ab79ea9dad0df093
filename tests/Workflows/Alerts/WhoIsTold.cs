using System.Net;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Tests.Alerts;

/// <summary>Mails to administrators and messages to the webhook: once when it opens, once when it closes.</summary>
public sealed class WhoIsTold : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly Dictionary<string, bool> NoParts = [];

    private readonly Association _association = new(new() { ["ALERT_WEBHOOK_URL"] = "https://alerts.example/hook", ["ALERT_WEBHOOK_SECRET"] = Secret });

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Many_that_break_at_once_are_one_mail_to_each_administrator_and_one_when_the_last_is_well()
    {
        var ids = new List<MouId>();
        for (var i = 0; i < 12; i++) ids.Add(await StoppedAsync());
        await WatchAsync();
        await LaterAsync();
        await LaterAsync();

        var mail = await _association.MailService.NextToAsync("desk@garok.example");
        Assert.Equal("OrchestrationStopped opened", mail.Subject);
        Assert.Contains("count=12", mail.Text, StringComparison.Ordinal);
        Assert.Contains("link=https://pages.example/desk/alerts", mail.Text, StringComparison.Ordinal);
        await _association.MailService.NextToAsync("deputy@garok.example");
        foreach (var id in ids.Skip(1)) await ResumeAsync(id);
        await LaterAsync();
        Assert.Single(await _association.Get<AlertBook>().OpenAsync());
        Assert.DoesNotContain(Told(), subject => subject.EndsWith("closed", StringComparison.Ordinal));

        await ResumeAsync(ids[0]);
        await LaterAsync();
        await LaterAsync();
        Assert.Equal("OrchestrationStopped closed", (await _association.MailService.NextToAsync("desk@garok.example", 2)).Subject);
        await _association.MailService.NextToAsync("deputy@garok.example", 2);
        await Patience.UntilAsync(() => _association.Webhook.Arrived.Count == 2);
        Assert.Equal(4, Told().Count);
        Assert.DoesNotContain(_association.MailService.Arrived, one => one.Subject.StartsWith("Orchestration", StringComparison.Ordinal) && one.To is not ("desk@garok.example" or "deputy@garok.example"));
    }

    [Fact]
    public async Task What_comes_within_the_hour_waits_and_is_told_together_and_what_was_acknowledged_is_not_told()
    {
        await StoppedAsync();
        await WatchAsync();
        await _association.MailService.NextToAsync("desk@garok.example");
        for (var i = 0; i < 3; i++) await StoppedAsync();
        await LaterAsync();
        var book = _association.Get<AlertBook>();
        await book.AcknowledgeAsync((await book.OpenAsync()).First(alert => alert.Notice is null).Id, new Author("p9", "Lee Seo-yeon"), "I am at it.");
        await LaterAsync();
        Assert.Single(_association.MailService.To("desk@garok.example"));

        _association.Clock.Advance(TimeSpan.FromHours(1));
        await WatchAsync();

        Assert.Contains("count=2", (await _association.MailService.NextToAsync("desk@garok.example", 2)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_webhook_is_signed_names_nobody_and_repeats_itself_under_one_id_until_it_is_taken()
    {
        _association.Webhook.Answer = () => HttpStatusCode.InternalServerError;
        var id = await StoppedAsync();
        await WatchAsync();
        await Patience.UntilAsync(() => _association.Webhook.Arrived.Count == 1);
        _association.Webhook.Answer = () => null;
        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(_association.Webhook.Arrived.Count == 2));
        _association.Webhook.Answer = () => HttpStatusCode.NoContent;
        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(2), () => Task.FromResult(_association.Webhook.Arrived.Count == 3));

        var tries = _association.Webhook.Arrived;
        Assert.Single(tries.Select(one => one.Id).Distinct());
        Assert.All(tries, one => Assert.Equal(one.Signature, AlertWebhook.Sign(Secret, one.Timestamp, one.Body)));
        Assert.True(long.Parse(tries[2].Timestamp, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(tries[0].Timestamp, System.Globalization.CultureInfo.InvariantCulture));
        var body = tries[2].Json;
        Assert.Equal(("alert.opened", "orchestration-stopped", 1), (body.GetProperty("type").GetString(), body.GetProperty("kind").GetString(), body.GetProperty("count").GetInt32()));
        Assert.Equal(id.Value, body.GetProperty("cases")[0].GetString());
        Assert.Equal(["id", "type", "notice", "kind", "count", "cases", "part", "openedAt", "closedAt", "link"], body.EnumerateObject().Select(one => one.Name));
        Assert.Equal(tries[2].Id, body.GetProperty("id").GetString());
        Assert.DoesNotContain("@", tries[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Create.Particulars.Title.In(Language.Korean), tries[2].Body, StringComparison.Ordinal);

        await ResumeAsync(id);
        await LaterAsync();
        await Patience.UntilAsync(() => _association.Webhook.Arrived.Count == 4);
        var closed = _association.Webhook.Arrived[3];
        Assert.Equal("alert.closed", closed.Json.GetProperty("type").GetString());
        Assert.Equal(body.GetProperty("notice").GetString(), closed.Json.GetProperty("notice").GetString());
        Assert.NotEqual(tries[0].Id, closed.Id);
        await LaterAsync();
        Assert.Equal(4, _association.Webhook.Arrived.Count);
    }

    /// <summary>The figure that docs/operations.md gives for those who write a receiver.</summary>
    [Fact]
    public void The_signature_is_what_the_document_says() =>
        Assert.Equal("v1=" + Documented(), AlertWebhook.Sign("an-example-secret-of-32-characters", "1790000000", """{"type":"alert.opened"}"""));

    [Fact]
    public async Task A_run_that_is_cut_off_anywhere_tells_everything_once()
    {
        await StoppedAsync();
        for (var cut = 1; cut < 30; cut++)
        {
            var left = cut;
            _association.Tables.BeforeQuery = (table, _) => { if (table is Tables.Alerts or Tables.People && --left == 0) throw new InvalidOperationException("cut off"); };
            try
            {
                await WatchAsync();
            }
            catch (InvalidOperationException)
            {
                // The next run goes on.
            }
        }

        _association.Tables.BeforeQuery = (_, _) => { };
        await WatchAsync();
        await _association.MailService.NextToAsync("desk@garok.example");
        await _association.MailService.NextToAsync("deputy@garok.example");
        await Patience.UntilAsync(() => _association.Webhook.Arrived.Count > 0);
        Assert.Equal(2, Told().Count);
        Assert.Single(_association.Webhook.Arrived);
    }

    [Fact]
    public async Task While_storage_is_away_the_webhook_is_told_directly_and_everybody_once_it_is_back()
    {
        await WatchAsync();
        var began = _association.Clock.GetUtcNow();
        _association.Tables.BeforeQuery = (_, _) => throw new Azure.RequestFailedException(503, "away");
        await Assert.ThrowsAsync<Azure.RequestFailedException>(WatchAsync);
        Assert.Empty(_association.Webhook.Arrived);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(LaterAsync);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(LaterAsync);
        var told = Assert.Single(_association.Webhook.Arrived);
        Assert.Equal("tables", told.Json.GetProperty("part").GetString());

        _association.Tables.BeforeQuery = (_, _) => { };
        await LaterAsync();
        await LaterAsync();

        var closed = Assert.Single((await _association.Get<AlertBook>().ClosedAsync(null, 10)).Items);
        Assert.Equal((AlertKind.PartUnwell, "tables", began), (closed.Kind, closed.Subject, closed.OpenedAt));
        await _association.MailService.NextToAsync("desk@garok.example", 2);
        Assert.Equal(["PartUnwell closed", "PartUnwell opened"], _association.MailService.To("desk@garok.example").Select(mail => mail.Subject).Order(StringComparer.Ordinal));
        await Patience.UntilAsync(() => _association.Webhook.Arrived.Count == 3);
        // Told directly and then again with everybody: the same id, which the receiver throws away.
        Assert.Equal(2, _association.Webhook.Arrived.Select(one => one.Id).Distinct().Count());
    }

    private static string Documented()
    {
        var line = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "operations.md")).Single(line => line.StartsWith("v1=", StringComparison.Ordinal));
        return line[3..].Trim();
    }

    private List<string> Told() => [.. _association.MailService.Arrived.Where(mail => mail.Subject.EndsWith(" opened", StringComparison.Ordinal) || mail.Subject.EndsWith(" closed", StringComparison.Ordinal)).Select(mail => mail.Subject)];

    private async Task<MouId> StoppedAsync()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.MailsToRestAsync(mou.Id);
        await _association.Engine.SuspendInstanceAsync(mou.Id.Value);
        await Patience.UntilAsync(async () => (await _association.Engine.GetInstanceAsync(mou.Id.Value))?.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        return mou.Id;
    }

    private async Task ResumeAsync(MouId id)
    {
        await _association.Engine.ResumeInstanceAsync(id.Value);
        await Patience.UntilAsync(async () => (await _association.Engine.GetInstanceAsync(id.Value))?.RuntimeStatus == OrchestrationRuntimeStatus.Running);
    }

    private Task WatchAsync() => _association.Get<OrchestrationWatch>().RunAsync(_association.Engine, NoParts);

    private Task LaterAsync()
    {
        _association.Clock.Advance(TimeSpan.FromMinutes(5));
        return WatchAsync();
    }
}
