using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>What the webhook is told, as JSON. It has ids and counts and nobody's name or address.</summary>
/// <param name="Id">The same for each try: whoever has it already throws this one away.</param>
/// <param name="Type">"alert.opened" or "alert.closed".</param>
/// <param name="Notice">The same for the opening and the closing.</param>
/// <param name="Count">How many alerts it tells of.</param>
/// <param name="Cases">The first of the cases that it is about.</param>
/// <param name="Part">Of the program, where it is about one.</param>
internal sealed record AlertMessage(
    string Id, string Type, string Notice, AlertKind Kind, int Count, IReadOnlyList<string> Cases, string? Part, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, Uri Link);

/// <summary>
/// Posts alerts to an address of the association's own choosing, signed: HMAC-SHA256 over the moment and the body, with the secret
/// that both sides know. It is told at least once; the id tells repetitions.
/// </summary>
public sealed class AlertWebhook(HttpClient http, IOptions<WorkflowsOptions> options, TimeProvider time)
{
    public const string TimestampHeader = "X-LocalDiplomacy-Timestamp", SignatureHeader = "X-LocalDiplomacy-Signature", IdHeader = "X-LocalDiplomacy-Delivery";

    /// <summary>Under this key whoever hosts the program may register a client of its own.</summary>
    public const string Http = "alert-webhook";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<AlertKind>(JsonNamingPolicy.KebabCaseLower) } };

    public bool IsSet => options.Value.AlertWebhookUrl is not null;

    /// <summary>It follows no redirect: what is signed goes to the address that was set, and nowhere else.</summary>
    internal static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <returns>The status that was answered; null where nobody answered.</returns>
    internal async Task<int?> PostAsync(AlertNotice notice, bool isClosed, CancellationToken cancel)
    {
        var message = MessageOf(notice, isClosed);
        using var request = Request(message.Id, JsonSerializer.Serialize(message, Json));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            return (int)answer.StatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What the receiver reckons too: "v1=" and 64 digits.</summary>
    internal static string Sign(string secret, string timestamp, string body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private AlertMessage MessageOf(AlertNotice notice, bool isClosed) => new(
        $"{notice.Id}-{(isClosed ? "closed" : "opened")}", isClosed ? "alert.closed" : "alert.opened", notice.Id, notice.Kind, notice.Count,
        [.. notice.Subjects.Select(one => one.Mou).OfType<MouId>().Select(mou => mou.Value).Distinct()],
        notice.Kind == AlertKind.PartUnwell ? notice.Subjects[0].Subject : null, notice.At, isClosed ? notice.ClosedAt : null,
        new(options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + "/desk/alerts"));

    private HttpRequestMessage Request(string id, string body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, options.Value.AlertWebhookUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Sign(options.Value.AlertWebhookSecret!, timestamp, body));
        request.Headers.Add(IdHeader, id);
        return request;
    }
}
