namespace SendGrid;

public class SendGridClient : BaseClient
{
    public SendGridClient(
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string version = "v3",
        string? urlPath = null)
        : this(Options(apiKey, host, requestHeaders, version, urlPath))
    {
    }

    /// <param name="httpErrorAsException">Not offered here: look at the response.</param>
    public SendGridClient(
        HttpClient httpClient,
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string version = "v3",
        string? urlPath = null,
        bool httpErrorAsException = false)
        : this(httpClient, Options(apiKey, host, requestHeaders, version, urlPath))
    {
        if (httpErrorAsException)
            throw new NotSupportedException("The embedded SendGrid client does not turn answers into exceptions.");
    }

    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    private static SendGridClientOptions Options(
        string apiKey, string? host, Dictionary<string, string>? requestHeaders, string? version, string? urlPath)
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? [];
        options.Version = version ?? options.Version;
        return options;
    }
}
