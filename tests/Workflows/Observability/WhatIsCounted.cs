using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Observability;

/// <summary>Metrics are the whole process's: nobody else counts meanwhile.</summary>
[CollectionDefinition(nameof(CountingAlone), DisableParallelization = true)]
public sealed class CountingAlone;

/// <summary>The two metrics that wake people, and what the mail service says about us.</summary>
[Collection(nameof(CountingAlone))]
public sealed class WhatIsCounted : IAsyncLifetime
{
    private readonly Association _association = new();
    private readonly ConcurrentQueue<(string Name, long Value)> _measured = new();
    private readonly MeterListener _listener = new();

    public async Task InitializeAsync()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _measured.Enqueue((instrument.Name, value)));
        _listener.Start();
        await _association.LoadBeginningsAsync();
    }

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        await _association.DisposeAsync();
    }

    [Fact]
    public async Task Effects_that_nobody_carries_out_are_overdue_after_a_quarter_of_an_hour()
    {
        // The engine does not run.
        var mou = await _association.BeginAsync(Sample.Submit);
        var decided = _association.Clock.GetUtcNow();
        Assert.Empty(await _association.Get<Nudges>().WaitingAsync());

        await _association.Get<ReNudge>().RunAsync(_association.Engine);
        Assert.DoesNotContain(_measured, m => m.Name == "localdiplomacy.effects.overdue" && m.Value > 0);
        _association.Clock.Advance(TimeSpan.FromMinutes(16));
        await _association.Get<ReNudge>().RunAsync(_association.Engine);
        Assert.Contains(_measured, m => m.Name == "localdiplomacy.effects.overdue" && m.Value == 1);
        Assert.Equal(new WaitingCase(mou.Id, decided, IsOverdue: true), Assert.Single(await _association.Get<Nudges>().WaitingAsync()));
    }

    [Fact]
    public async Task A_mail_that_is_given_up_is_counted_and_a_key_that_is_refused_shows()
    {
        var standing = _association.Get<MailServiceStanding>();
        _association.MailService.Answer = () => HttpStatusCode.Unauthorized;
        await _association.StartEngineAsync();
        await _association.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(() => standing.IsRefusing, "the refusal");

        _association.MailService.Answer = () => HttpStatusCode.BadRequest;
        await Patience.UntilAsync(
            () =>
            {
                _association.Clock.Advance(TimeSpan.FromMinutes(1));
                return _measured.Any(m => m.Name == "localdiplomacy.mail.undelivered");
            },
            "the mail given up");
        Assert.False(standing.IsRefusing);
    }
}
