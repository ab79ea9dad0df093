using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Speaks to the Web API. An answer that is not 2xx is returned, not thrown; only the network throws.</summary>
public abstract class BaseClient : ISendGridClient
{
    // One for the process, as HttpClient is meant; addresses are looked up again after a while.
    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    });

    private readonly HttpClient _http;
    private readonly BaseClientOptions _options;

    protected BaseClient(BaseClientOptions options)
        : this(Shared, options)
    {
    }

    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _http = httpClient ?? Shared;
        _options = options;
        Version = options.Version;
        UrlPath = options.UrlPath;
    }

    public enum Method
    {
        DELETE = 0,
        GET = 1,
        PATCH = 2,
        POST = 3,
        PUT = 4,
    }

    public string? UrlPath { get; set; }

    public string Version { get; set; }

    public string MediaType { get; set; } = "application/json";

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var parts = header.Value.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 ? new(parts[0], parts[1]) : new(header.Value);
    }

    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    public async Task<Response> RequestAsync(
        Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath ?? UrlPath, queryParams));
        AddHeaders(request);
        if (requestBody is not null)
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) =>
        RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);

    private void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.Authorization = _options.Auth;
        request.Headers.UserAgent.ParseAdd("localdiplomacy-embedded/1.0");
        request.Headers.Accept.ParseAdd(MediaType);
        foreach (var (name, value) in _options.RequestHeaders)
        {
            if (string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase))
                request.Headers.Authorization = AddAuthorization(new(name, value));
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private Uri Address(string? path, string? queryParams)
    {
        var address = new StringBuilder(_options.Host.TrimEnd('/')).Append('/').Append(Version).Append('/').Append(path);
        var separator = '?';
        foreach (var (name, value) in Query(queryParams))
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(address.ToString());
    }

    /// <summary>Query parameters are given as a JSON object; a list repeats its name.</summary>
    private static IEnumerable<(string Name, string Value)> Query(string? json)
    {
        if (json is null)
            yield break;
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array)
                yield return (property.Name, property.Value.ToString());
            else
                foreach (var item in property.Value.EnumerateArray())
                    yield return (property.Name, item.ToString());
        }
    }
}
