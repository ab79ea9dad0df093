using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using SendGrid;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>A mail as it arrived at the endpoint.</summary>
internal sealed record ArrivedMail(string To, string Subject, string Text, JsonElement Json)
{
    /// <summary>The last line's token, code or both, as <see cref="PlainMailWriter"/> writes them.</summary>
    public string Token => Line("link").Split('/')[^1];

    public string Code => Line("code");

    private string Line(string name) =>
        Text.Split('\n').First(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}

/// <summary>SendGrid's endpoint, answering from memory what the test tells it to.</summary>
internal sealed class MailService : HttpMessageHandler
{
    private readonly ConcurrentQueue<ArrivedMail> _arrived = new();

    /// <summary>What is answered; 202 takes the mail.</summary>
    public Func<HttpStatusCode> Answer { get; set; } = () => HttpStatusCode.Accepted;

    public int Calls;

    public IReadOnlyList<ArrivedMail> Arrived => [.. _arrived];

    public IReadOnlyList<ArrivedMail> To(string address) => [.. _arrived.Where(mail => mail.To == address)];

    public async Task<ArrivedMail> NextToAsync(string address, int number = 1)
    {
        await Patience.UntilAsync(() => To(address).Count >= number, $"mail {number} to {address}");
        return To(address)[number - 1];
    }

    public ISendGridClient Client() =>
        new SendGridClient(new HttpClient(this, disposeHandler: false), new SendGridClientOptions { ApiKey = "key", Host = "http://mail.example" });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Calls);
        var status = Answer();
        if (status == HttpStatusCode.Accepted) _arrived.Enqueue(Read(await request.Content!.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(status) { Content = new StringContent("") };
    }

    private static ArrivedMail Read(string body)
    {
        var json = JsonDocument.Parse(body).RootElement;
        var text = json.GetProperty("content").EnumerateArray().First(part => part.GetProperty("type").GetString() == "text/plain");
        return new(
            json.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!,
            json.GetProperty("subject").GetString()!, text.GetProperty("value").GetString()!, json);
    }
}
