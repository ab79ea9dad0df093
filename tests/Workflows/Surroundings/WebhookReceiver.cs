using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using LocalDiplomacy.Workflows.Alerts;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>An alert as it arrived.</summary>
internal sealed record ArrivedAlert(string Timestamp, string Signature, string Id, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>Whoever takes alerts, answering what the test tells it to.</summary>
internal sealed class WebhookReceiver : HttpMessageHandler
{
    private readonly ConcurrentQueue<ArrivedAlert> _arrived = new();

    /// <summary>What is answered; null: nobody does.</summary>
    public Func<HttpStatusCode?> Answer { get; set; } = () => HttpStatusCode.NoContent;

    /// <summary>Every try, also those that were not taken.</summary>
    public IReadOnlyList<ArrivedAlert> Arrived => [.. _arrived];

    public HttpClient Client() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string Header(string name) => request.Headers.GetValues(name).Single();
        _arrived.Enqueue(new(Header(AlertWebhook.TimestampHeader), Header(AlertWebhook.SignatureHeader), Header(AlertWebhook.IdHeader), await request.Content!.ReadAsStringAsync(cancellationToken)));
        return Answer() is { } status ? new(status) : throw new HttpRequestException("Nobody answers.");
    }
}
