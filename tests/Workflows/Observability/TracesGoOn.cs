using System.Collections.Concurrent;
using System.Diagnostics;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Observability;

public sealed class TracesGoOn : IAsyncLifetime
{
    private readonly Association _association = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public TracesGoOn()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is Telemetry.Name or "Microsoft.DurableTask" or nameof(TracesGoOn),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        await _association.DisposeAsync();
    }

    [Fact]
    public async Task From_the_request_over_the_orchestration_to_the_mail_without_a_persons_data()
    {
        using var source = new ActivitySource(nameof(TracesGoOn));
        ActivityTraceId trace;
        using (var request = source.StartActivity("request"))
        {
            trace = request!.TraceId;
            await _association.BeginAsync(Sample.Submit);
        }

        await _association.MailService.NextToAsync("review@gabon.example");
        await Patience.UntilAsync(() => Of(trace).Any(span => span.OperationName == "deliver mail"), "the mail's span");

        var spans = Of(trace);
        var mail = spans.First(span => span.OperationName == "deliver mail");
        var effect = spans.Single(span => span.SpanId == mail.ParentSpanId);
        Assert.Equal("carry out effect", effect.OperationName);
        Assert.Equal("carry out command", spans.Single(span => span.SpanId == effect.ParentSpanId).OperationName);
        Assert.All(spans.SelectMany(span => span.TagObjects), tag => Assert.DoesNotMatch("@|://|Ji-young|Obame", tag.Value?.ToString() ?? ""));
    }

    [Fact]
    public async Task The_engines_work_stands_in_the_requests_trace_too()
    {
        using var source = new ActivitySource(nameof(TracesGoOn));
        ActivityTraceId trace;
        using (var request = source.StartActivity("request"))
        {
            trace = request!.TraceId;
            await _association.BeginAsync(Sample.Submit);
        }

        await Patience.UntilAsync(() => Of(trace).Any(span => span.OperationName.StartsWith("activity:SendMail", StringComparison.Ordinal)), "the mail's activity");

        var spans = Of(trace);
        var sending = spans.First(span => span.OperationName.StartsWith("activity:SendMail", StringComparison.Ordinal));
        string[] way = ["orchestration:MailDelivery", "create_orchestration:MailDelivery", "carry out effect"];
        foreach (var name in way)
        {
            sending = spans.Single(span => span.SpanId == sending.ParentSpanId);
            Assert.Equal(name, sending.OperationName);
        }

        Assert.StartsWith("activity:CarryOutEffect", _spans.Single(span => span.SpanId == Assert.Single(sending.Links).Context.SpanId).OperationName, StringComparison.Ordinal);
        Assert.All(spans.SelectMany(span => span.TagObjects), tag => Assert.DoesNotMatch("@|://|Ji-young|Obame", tag.Value?.ToString() ?? ""));
    }

    private Activity[] Of(ActivityTraceId trace) => [.. _spans.Where(span => span.TraceId == trace)];
}
