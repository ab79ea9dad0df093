using System.Net.Http.Headers;

namespace SendGrid;

public class BaseClientOptions
{
    /// <summary>Scheme and authority, and a path in front of the version where there is one.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    public string Version { get; set; } = "v3";

    public string? UrlPath { get; set; }

    public AuthenticationHeaderValue? Auth { get; set; }
}
