using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SendGrid;

/// <summary>What the endpoint answered, whatever it was: look at <see cref="IsSuccessStatusCode"/>. 202 means queued, not delivered.</summary>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; set; } = responseBody;

    public HttpResponseHeaders Headers { get; set; } = responseHeaders;

    public virtual async Task<Dictionary<string, object>> DeserializeResponseBodyAsync(HttpContent? content = null)
    {
        var text = await (content ?? Body).ReadAsStringAsync().ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(text) ? [] : JsonSerializer.Deserialize<Dictionary<string, object>>(text) ?? [];
    }

    public virtual Dictionary<string, string> DeserializeResponseHeaders(HttpResponseHeaders? content = null) =>
        (content ?? Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value));
}
